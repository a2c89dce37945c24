import { posix } from "node:path";
import { transformSync } from "esbuild";

/** One import, export-from or dynamic import of a source file. */
export interface Import {
  /** As it is written. */
  readonly specifier: string;
  /** True where nothing of it is left at run time. */
  readonly typeOnly: boolean;
}

/** Sources by their path relative to the root, with forward slashes. */
export type Sources = ReadonlyMap<string, string>;

const clause = String.raw`(?:type\s+)?(?:[\w$]+|\*(?:\s+as\s+[\w$]+)?|(?:[\w$]+\s*,\s*)?(?:\{[^}]*\}|\*\s+as\s+[\w$]+))`;
const statement = new RegExp(String.raw`^(?:import|export)\s+(?:${clause}\s+from\s+)?"([^"\n]+)"`, "gm");
const dynamic = /^(?!\s*(?:\*|\/[/*])).*?\bimport\(\s*(?:"([^"\n]+)"|([^)\n]*))/gm;

/**
 * Every module that a TypeScript source names, each once. A dynamic import of anything but a string literal is answered with
 * what stands in its place, in backticks.
 */
export function importsOf(source: string): readonly Import[] {
  const { code } = transformSync(source, {
    loader: "ts",
    legalComments: "none",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const atRunTime = specifiersIn(code);
  return [...new Set([...specifiersIn(source), ...atRunTime])].map((specifier) => ({
    specifier,
    typeOnly: !atRunTime.has(specifier),
  }));
}

/** The path of the source that a relative specifier names; undefined for packages and Node's own modules. */
export function targetOf(importer: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? posix.join(posix.dirname(importer), specifier) : undefined;
}

/** Cycles among the files, each as the paths around it. Imports of types alone make none. */
export function cyclesAmong(sources: Sources): readonly (readonly string[])[] {
  const finished = new Set<string>();
  const cycles: (readonly string[])[] = [];
  const visit = (file: string, trail: readonly string[]) => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push([...trail.slice(start), file]);
      return;
    }
    if (finished.has(file)) return;
    for (const { specifier, typeOnly } of importsOf(sources.get(file) ?? "")) {
      const target = targetOf(file, specifier);
      if (target && !typeOnly && sources.has(target)) visit(target, [...trail, file]);
    }
    finished.add(file);
  };
  for (const file of sources.keys()) visit(file, []);
  return cycles;
}

function specifiersIn(code: string): Set<string> {
  const found = new Set<string>();
  for (const [, specifier] of code.matchAll(statement)) if (specifier) found.add(specifier);
  for (const [, literal, other] of code.matchAll(dynamic)) found.add(literal ?? `\`${other}\``);
  return found;
}
