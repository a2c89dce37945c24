import { readFile } from "node:fs/promises";
import { unreadable } from "../../session/operation/file-problem.ts";
import { jsonDraftProblem, readJsonDraft } from "../calls/json-draft.ts";
import type { Host } from "../host.ts";
import type { Remark } from "../ui/ask.ts";

/** What is to be described. */
export interface Describing {
  readonly title: string;
  readonly one: string;
  readonly example: object;
  /** Fields that have to be there. */
  readonly needs: readonly string[];
}

/** Lets a person describe something as JSON, in an editor or in a file. Undefined where they gave up; rejects for a file that is none. */
export async function askDescription<Description>(
  host: Host,
  describing: Describing,
): Promise<Description | undefined> {
  const { title, one, example, needs } = describing;
  const way = await host.ask.pick({
    id: "way",
    title,
    placeholder: `Where is the ${one} described?`,
    choices: [
      { id: "json", label: "Write it in an editor", detail: "As JSON, from an example", icon: "edit" },
      { id: "file", label: "Take it from a JSON file…", icon: "file" },
    ],
  });
  if (way === "file") {
    const path = await host.ask.file({ id: "file", title, purpose: "read", action: "Use This File" });
    return path === undefined ? undefined : ((await readDescription(path, needs)) as Description);
  }
  return way === "json" ? draftDescription(host, describing, example) : undefined;
}

/** Lets a person write a description in an editor, where it begins as another one. Undefined where they gave up. */
export async function draftDescription<Description>(
  host: Host,
  { title, one, needs }: Describing,
  begun: object,
): Promise<Description | undefined> {
  const text = await host.ask.draft({
    id: "description",
    title,
    name: `${one}.jsonc`,
    text: `// The ${one} to register. Comments are not sent.\n${JSON.stringify(begun, null, 2)}\n`,
    action: "Register…",
    validate: (written) => jsonDraftProblem(written) ?? missing(readJsonDraft(written), needs),
  });
  return text === undefined ? undefined : (readJsonDraft(text) as Description);
}

async function readDescription(path: string, needs: readonly string[]): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(error, path) ?? error;
  }
  const problem = jsonDraftProblem(text) ?? missing(readJsonDraft(text), needs);
  if (problem !== undefined) throw new Error(`${path}: ${problem.message}`);
  return readJsonDraft(text);
}

function missing(value: unknown, needs: readonly string[]): Remark | undefined {
  const fields = (typeof value === "object" && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const absent = needs.filter((name) => fields[name] === undefined || fields[name] === "");
  return absent.length === 0 ? undefined : { message: `Still needed: ${absent.join(", ")}.` };
}
