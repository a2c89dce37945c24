import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { cacheFolder, root } from "./paths.ts";

/** The in-editor suite as one module that the extension host can load. */
export interface SuiteBundle {
  readonly path: string;
  /** Rewrites the places in a stack trace from the bundle to the sources, relative to the project's root. */
  toSources(stack: string): string;
}

/** Bundles the files of the in-editor suite (absolute paths) into one ES module whose `run()` runs them all. */
export async function bundleSuite(files: readonly string[]): Promise<SuiteBundle> {
  const outfile = join(cacheFolder("suite"), "suite.mjs");
  const importOf = (path: string) => JSON.stringify(path);
  const entries = files.map((file) => `${JSON.stringify(named(file))}: () => import(${importOf(file)})`);
  const runner = join(root, "test", "editor", "harness", "run-suite.ts");
  await build({
    stdin: {
      contents: `import { runSuite } from ${importOf(runner)};
export const run = () => runSuite({ ${entries.join(", ")} });`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: ["vscode"],
    sourcemap: "external",
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    logLevel: "warning",
  });
  const map = new SourceMap(JSON.parse(readFileSync(`${outfile}.map`, "utf8")));
  return { path: outfile, toSources: (stack) => toSources(stack, outfile, map) };
}

/** How a file of the project is called in reports: relative to the root, with forward slashes. */
export function named(path: string): string {
  return relative(root, path).replaceAll("\\", "/");
}

function toSources(stack: string, outfile: string, map: SourceMap): string {
  const place = new RegExp(`[^\\s()]*${basename(outfile).replace(".", "\\.")}:(\\d+):(\\d+)`, "g");
  return stack.replaceAll(place, (whole, line: string, column: string) => {
    const origin = map.findOrigin(Number(line), Number(column));
    if (!("fileName" in origin)) return whole;
    const source = origin.fileName.startsWith("file:")
      ? fileURLToPath(origin.fileName)
      : join(cacheFolder("suite"), origin.fileName);
    return `${named(source)}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
