import { importsOf, type Sources, targetOf } from "./imports.ts";

/** How much of another folder a folder may import: everything, or types alone. */
type Reach = "all" | "types";

const core = { filter: "all", identity: "all", http: "all", platforms: "all", ledger: "all" } as const;
const composed = { ...core, reconcile: "all", config: "all" } as const;
const face = { ...composed, session: "all", sandbox: "all" } as const;

/** The arrows of the design: each part of `src`, and the parts that it may import. What is not named here it may not. */
const arrows: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
  filter: {},
  http: {},
  sandbox: {},
  identity: { filter: "all" },
  ledger: { identity: "types" },
  platforms: { http: "all", filter: "all", identity: "types" },
  reconcile: { identity: "all", ledger: "all", filter: "all" },
  config: { identity: "all", filter: "all" },
  session: composed,
  cli: face,
  editor: face,
  "cli.ts": { cli: "all" },
  "extension.ts": { editor: "all" },
};

/** Modules from outside that only some parts may import, at run time or for their types. The client takes the names of statuses from `node:http`. */
const reserved: Readonly<Record<string, readonly string[]>> = {
  vscode: ["editor", "extension.ts"],
  undici: ["http"],
  "node:sqlite": ["ledger"],
  "node:http": ["sandbox", "http"],
  "node:https": ["sandbox"],
  "node:http2": ["sandbox"],
};

/** Parts that do no input and output, and the modules of Node that they may use all the same. */
const pure: Readonly<Record<string, readonly string[]>> = {
  filter: ["node:util"],
  identity: ["node:crypto", "node:util"],
};

/** Every import in the sources that goes against the design, in a sentence with the file, the import and the rule. */
export function brokenArrows(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, source]) => {
    const part = partOf(file);
    if (!arrows[part]) return [`${file} is in "${part}", which the design does not have.`];
    return importsOf(source).flatMap(({ specifier, typeOnly }) => {
      const rule = brokenRule(part, specifier, targetOf(file, specifier), typeOnly);
      return rule ? [`${file} imports ${specifier}: ${rule}`] : [];
    });
  });
}

function brokenRule(
  part: string,
  specifier: string,
  target: string | undefined,
  typeOnly: boolean,
): string | undefined {
  if (specifier.startsWith("`"))
    return "a dynamic import takes a string literal, so that it can be followed.";
  return target ? brokenInside(part, target, typeOnly) : brokenOutside(part, specifier);
}

function brokenInside(part: string, target: string, typeOnly: boolean): string | undefined {
  const other = target.startsWith("src/") ? partOf(target) : target;
  if (other === part) return undefined;
  const reach = arrows[part]?.[other];
  if (reach === undefined) return `${part} may import ${listed(Object.keys(arrows[part] ?? {}))} of ours.`;
  if (reach === "types" && !typeOnly) return `${part} may import only types of ${other} (import type).`;
  return undefined;
}

function brokenOutside(part: string, specifier: string): string | undefined {
  const owners = reserved[specifier] ?? reserved[`node:${specifier}`];
  if (owners && !owners.includes(part)) return `only ${listed(owners)} may import it.`;
  const allowed = pure[part];
  if (allowed && specifier.startsWith("node:") && !allowed.includes(specifier))
    return `${part} is pure: of Node it may import ${listed(allowed)}.`;
  return undefined;
}

/** The folder right below `src`, or the name of a file that lies there. */
function partOf(file: string): string {
  return file.split("/")[1] ?? file;
}

function listed(names: readonly string[]): string {
  return names.length > 0 ? names.join(", ") : "nothing";
}
