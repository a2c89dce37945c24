import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built command. */
export const script = join(fileURLToPath(new URL("../../..", import.meta.url)), "dist", "cli.js");

/** How a command ended, and all it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly folder?: string;
  /** Besides the environment of the tests, from which Rollcall's own variables are taken out. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly input?: string | Buffer;
  readonly nodeFlags?: readonly string[];
  /** Another copy of the command. */
  readonly script?: string;
}

/** Starts a command as a process of its own. */
export function start(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const { folder, environment = {}, nodeFlags = [] } = options;
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:ROLLCALL_|NODE_TEST|FORCE_COLOR)/.test(name),
  );
  return spawn(process.execPath, [...nodeFlags, options.script ?? script, ...args], {
    stdio: "pipe",
    env: { ...Object.fromEntries(inherited), NO_COLOR: "1", ...environment },
    ...(folder !== undefined && { cwd: folder }),
  });
}

/** Runs a command to its end. */
export async function rollcall(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  const child = start(args, options);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  child.stdin?.on("error", () => {});
  child.stdin?.end(options.input ?? "");
  const [code] = await once(child, "close");
  return { code, stdout: stdout(), stderr: stderr() };
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

/** The first line that a process writes to standard output. */
export async function firstLine(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    const end = text.indexOf("\n");
    if (end >= 0) return text.slice(0, end);
  }
  throw new Error(`The process ended without a line: ${text}`);
}
