import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { root } from "./paths.ts";
import { startProcess } from "./processes.ts";
import { ensureTool } from "./toolbox.ts";

/** The package has to stay small enough to install without a thought: one megabyte. */
const largestBytes = 1_000_000;

/**
 * Packs `dist/` and what belongs to it into `rollcall-VERSION.vsix`, prints its files and sizes, and answers its path.
 * Rejects where the package holds a source map, where one built as it is published is larger than 1 MB, or where vsce finds fault
 * with it.
 */
export async function packExtension(): Promise<string> {
  if (!existsSync(join(root, "dist", "extension.js")))
    throw new Error("dist/extension.js is missing: run `npm run package`, which builds it first.");
  const vsce = await packager();
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const path = join(root, `${name}-${version}.vsix`);
  rmSync(path, { force: true });
  const files = (await vsce(["ls", "--no-dependencies"])).split(/\r?\n/).filter((line) => line !== "");
  await vsce(["package", "--no-dependencies", "--no-rewrite-relative-links", "--out", path]);
  const size = statSync(path).size;
  for (const file of files) console.error(`${kilobytes(statSync(join(root, file)).size)}  ${file}`);
  console.error(`${kilobytes(size)}  ${path}`);

  const maps = files.filter((file) => file.endsWith(".map"));
  if (maps.length > 0) throw new Error(`Source maps in the package: ${maps.join(", ")}. See .vscodeignore.`);
  const isAsPublished = !existsSync(join(root, "dist", "extension.js.map"));
  if (isAsPublished && size > largestBytes)
    throw new Error(
      `The package has ${kilobytes(size).trim()}, more than ${kilobytes(largestBytes).trim()}.`,
    );
  return path;
}

/** Runs vsce with nobody to answer its questions. Resolves with its stdout; rejects with all that it said where it fails. */
async function packager(): Promise<(args: readonly string[]) => Promise<string>> {
  const folder = await ensureTool("packaging");
  const script = createRequire(join(folder, "package.json")).resolve("@vscode/vsce/vsce");
  return async (args) => {
    const run = startProcess(process.execPath, [script, ...args], { cwd: root });
    const answer: string[] = [];
    run.child.stdout?.on("data", (chunk: string) => answer.push(chunk));
    const code = await run.ended;
    if (code !== 0) throw new Error(`vsce ${args[0]} failed:\n${run.output()}`);
    return answer.join("");
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(8)} kB`;
}
