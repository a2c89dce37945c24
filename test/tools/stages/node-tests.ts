import { run } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { root } from "../paths.ts";
import { named } from "../suite-bundle.ts";
import type { Tally } from "../tally.ts";

/** How a stage of node:test files runs. */
export interface NodeTestOptions {
  /** How many files run at once. */
  readonly concurrency: number;
  /** Longest time for one file. */
  readonly timeoutMilliseconds: number;
  /** Ends the run when it is aborted. */
  readonly limit: AbortSignal;
}

interface TestEvent {
  readonly name: string;
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly nesting: number;
  readonly skip?: string | boolean | undefined;
  readonly todo?: string | boolean | undefined;
  readonly details: { readonly type?: string | undefined; readonly error?: unknown };
}

/** Runs node:test files (absolute paths), each in a process of its own, and counts every case in them. */
export async function runNodeTests(
  files: readonly string[],
  options: NodeTestOptions,
  tally: Tally,
): Promise<void> {
  const events = run({
    files,
    cwd: root,
    concurrency: options.concurrency,
    timeout: options.timeoutMilliseconds,
    signal: options.limit,
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const outer: string[] = [];
  for await (const { type, data } of events) {
    if (type === "test:start") outer.splice(data.nesting, outer.length, data.name);
    else if (type === "test:pass") passed(data, tally);
    else if (type === "test:fail") failed(data, outer.slice(0, data.nesting), tally);
    else if (type === "test:stderr" || type === "test:stdout") process.stderr.write(data.message);
  }
}

function passed(event: TestEvent, tally: Tally): void {
  if (event.details.type === "suite") return;
  if (event.skip !== undefined || event.todo !== undefined) tally.skip();
  else if (isWholeFile(event))
    tally.fail({ name: named(event.file ?? event.name), message: "The file has no test." });
  else tally.pass();
}

function failed(event: TestEvent, outer: readonly string[], tally: Tally): void {
  const error = event.details.error;
  if (isRecord(error) && error.failureType === "subtestsFailed") return;
  const file = event.file ? named(event.file) : undefined;
  tally.fail({
    name: isWholeFile(event) ? "the file runs through" : [...outer, event.name].join(" > "),
    ...(file ? { place: event.line ? `${file}:${event.line}` : file } : {}),
    message: isWholeFile(event) ? endOf(error) : messageOf(error),
  });
}

/** node:test reports a file as a test of its own where the file has none, or ends before its tests do. */
function isWholeFile(event: TestEvent): boolean {
  return event.nesting === 0 && event.name.endsWith(".test.ts");
}

function endOf(error: unknown): string {
  const { exitCode, signal } = isRecord(error) ? error : {};
  if (typeof exitCode !== "number" && !signal) return messageOf(error);
  const how = signal ? `signal ${signal}` : `exit code ${exitCode}`;
  return `Its process ended with ${how} before its tests were through; what it wrote is further up.`;
}

function messageOf(error: unknown): string {
  const cause = isRecord(error) && error.cause ? error.cause : error;
  if (!isRecord(cause)) return String(cause);
  const message = typeof cause.message === "string" ? cause.message : JSON.stringify(cause);
  const frames = typeof cause.stack === "string" ? ownFrames(cause.stack) : [];
  return stripVTControlCharacters([message, ...frames].join("\n"));
}

function ownFrames(stack: string): readonly string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line) && !line.includes("node:") && !line.includes("node_modules"))
    .slice(0, 6);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
