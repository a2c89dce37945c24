import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "../paths.ts";
import { startProcess } from "../processes.ts";
import type { Tally } from "../tally.ts";

/** A command line tool of the dependencies that counts as one test: it passes with exit code 0. */
interface StaticCheck {
  readonly name: string;
  readonly package: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** The type checker over sources and tests. */
export const types: StaticCheck = {
  name: "the types are sound",
  package: "typescript",
  command: "tsc",
  args: ["--noEmit", "-p", root],
};

/** The linter and formatter over every file that git knows. */
export const style: StaticCheck = {
  name: "the code is in style",
  package: "@biomejs/biome",
  command: "biome",
  args: ["check", "--colors=off", "."],
};

/** Runs a check, without a shell. */
export async function runStaticCheck(check: StaticCheck, tally: Tally): Promise<void> {
  const run = startProcess(process.execPath, [scriptOf(check), ...check.args], { cwd: root });
  const code = await run.ended;
  if (code === 0) tally.pass();
  else tally.fail({ name: check.name, message: `${check.command} ${check.args.join(" ")}\n${run.output()}` });
}

function scriptOf(check: StaticCheck): string {
  const manifest = createRequire(import.meta.url).resolve(`${check.package}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, "utf8")) as { bin: Record<string, string> };
  const script = bin[check.command];
  if (!script) throw new Error(`The package ${check.package} has no command ${check.command}.`);
  return join(dirname(manifest), script);
}
