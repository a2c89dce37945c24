import { appendFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { casesOf, type EditorCase, type Group, lineage } from "./cases.ts";
import { type ReportLine, reportVariable } from "./report.ts";

/** The files of the suite by name, each with what loads it. */
export type SuiteFiles = Readonly<Record<string, () => Promise<unknown>>>;

/**
 * Runs the files one after the other and writes a line for each case to the report that the environment names.
 * Rejects at the end where a case failed, which the editor turns into its exit code.
 */
export async function runSuite(files: SuiteFiles): Promise<void> {
  const path = process.env[reportVariable];
  if (!path) throw new Error(`${reportVariable} is not set: start the suite with \`npm test\`.`);
  let failures = 0;
  const report = (line: ReportLine) => {
    if (line.kind === "failed") failures++;
    appendFileSync(path, `${JSON.stringify(line)}\n`);
  };
  for (const [file, load] of Object.entries(files)) await runFile(file, load, report);
  report({ kind: "end" });
  if (failures > 0) throw new Error(`${failures} failed`);
}

async function runFile(
  file: string,
  load: () => Promise<unknown>,
  report: (line: ReportLine) => void,
): Promise<void> {
  const declared = await attempt(() => casesOf(load));
  if (!declared.ok) return report(failure(file, "loads", declared.error));
  if (declared.value.length === 0)
    return report(failure(file, "has cases", new Error("No case was declared.")));
  const open = new Map<Group, boolean>();
  for (const [index, each] of declared.value.entries()) {
    const name = each.path.join(" > ");
    const outcome = await attempt(() => runCase(each, open));
    report(outcome.ok ? { kind: "passed", file, name } : failure(file, name, outcome.error));
    const rest = declared.value.slice(index + 1);
    const closed = await attempt(() => closeGroups(open, rest));
    if (!closed.ok) report(failure(file, `after ${name}`, closed.error));
  }
}

async function runCase(each: EditorCase, open: Map<Group, boolean>): Promise<void> {
  const groups = lineage(each.group);
  for (const group of groups) {
    if (open.has(group)) {
      if (!open.get(group)) throw new Error(`What is done before "${group.name}" failed.`);
      continue;
    }
    open.set(group, false);
    for (const step of group.before) await inTime(step, each.timeoutMilliseconds);
    open.set(group, true);
  }
  try {
    for (const group of groups)
      for (const step of group.beforeEach) await inTime(step, each.timeoutMilliseconds);
    await inTime(() => each.run(), each.timeoutMilliseconds);
  } finally {
    for (const group of groups.toReversed())
      for (const step of group.afterEach) await inTime(step, each.timeoutMilliseconds);
  }
}

/** Does what comes after each group that has no case left. */
async function closeGroups(open: Map<Group, boolean>, rest: readonly EditorCase[]): Promise<void> {
  const needed = new Set(rest.flatMap((each) => lineage(each.group)));
  for (const group of [...open.keys()].toReversed()) {
    if (needed.has(group)) continue;
    open.delete(group);
    for (const step of group.after) await step();
  }
}

async function inTime(step: () => void | Promise<void>, milliseconds: number): Promise<void> {
  const late = new AbortController();
  const limit = sleep(milliseconds, undefined, { signal: late.signal }).then(() => {
    throw new Error(`Not done after ${milliseconds / 1000} s.`);
  });
  limit.catch(() => undefined);
  try {
    await Promise.race([step(), limit]);
  } finally {
    late.abort();
  }
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

function failure(file: string, name: string, error: unknown): ReportLine {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return { kind: "failed", file, name, message, stack };
}
