import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathOf } from "../../src/cli/operation/describe.ts";
import { platformFacts, platformNames } from "../../src/config/platform-facts.ts";
import type { Operation } from "../../src/platforms/operation.ts";
import { allOperations } from "../../src/platforms/operations.ts";
import { root } from "./paths.ts";
import { decisionsPage } from "./reference/decisions.ts";
import { expressionsPage } from "./reference/expressions.ts";
import { operationSection } from "./reference/section.ts";

/** Where the pages lie. */
export const referenceFolder = join(root, "media", "reference");

/** The reference pages, by file name: one for each platform, made from its table of operations, one on decisions and one on expressions. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ...operationPages(),
    ["decisions.md", decisionsPage()],
    ["expressions.md", expressionsPage()],
  ]);
}

/** One page for each platform. */
export function operationPages(): ReadonlyMap<string, string> {
  return new Map(
    platformNames.map((platform) => {
      const operations = allOperations().flatMap((each) =>
        each.platform === platform ? [{ ...each.operation, path: pathOf(each) }] : [],
      );
      return [`${platform}.md`, page(platformFacts[platform].title, operations)];
    }),
  );
}

/** Writes the pages. */
export async function writeReference(): Promise<void> {
  await mkdir(referenceFolder, { recursive: true });
  for (const [name, text] of referencePages()) await writeFile(join(referenceFolder, name), text);
}

function page(title: string, operations: readonly Operation[]): string {
  const groups = Map.groupBy(operations, ({ name }) => serviceOf(name));
  const parts = [...groups].map(([service, members]) => {
    const heading = service === "" ? [] : [`## ${service}`];
    return [...heading, ...members.map((operation) => operationSection(operation, service === "" ? 2 : 3))];
  });
  const writes = operations.filter((operation) => operation.writes).length;
  return `${[
    `# ${title}`,
    `${operations.length} operations, ${writes} of which write. Each is sent with \`rollcall call <connection> <operation> [name=value…]\`; paths begin behind the connection's URL.`,
    overview(operations),
    ...parts.flat(),
  ].join("\n\n")}\n`;
}

/** `apps` of `apps.list`; empty where the names have no such part. */
function serviceOf(name: string): string {
  return name.includes(".") ? name.slice(0, name.indexOf(".")) : "";
}

function overview(operations: readonly Operation[]): string {
  const rows = operations.map(
    ({ name, method, path, writes, help }) =>
      `| [${name}](#${anchorOf(name)}) | ${method} \`${path}\` | ${writes ? "writes" : ""} | ${help} |`,
  );
  return ["| Operation | Request | | |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The anchor that a heading gets: small letters, and the full stop left out. */
function anchorOf(name: string): string {
  return name.toLowerCase().replaceAll(".", "");
}
