import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** A process with all that it starts in turn. */
export interface ProcessTree {
  readonly child: ChildProcess;
  /** Resolves with the exit code (null after a signal) once the process has ended. */
  readonly ended: Promise<number | null>;
  /** Everything that it has written to stdout and stderr so far. */
  output(): string;
  /** Ends the process and its descendants, politely first. Resolves when it is gone. */
  stop(): Promise<void>;
}

const politeMilliseconds = 4000;
const running = new Set<ChildProcess>();
let guarded = false;

/** Starts a program without a shell. Whatever ends this process ends the tree as well. */
export function startProcess(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): ProcessTree {
  guardExit();
  const child = spawn(command, args, {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
    // A process group of its own, so that the whole tree can be signalled at once.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  running.add(child);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  ended.catch(() => running.delete(child));
  return { child, ended, output: () => chunks.join(""), stop: () => stopTree(child, ended) };
}

async function stopTree(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (!running.has(child)) return;
  signalTree(child, "SIGTERM");
  await Promise.race([ended, sleep(politeMilliseconds, undefined, { ref: false })]);
  signalTree(child, "SIGKILL");
  await ended.catch(() => undefined);
}

function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function guardExit(): void {
  if (guarded) return;
  guarded = true;
  process.on("exit", () => {
    for (const child of running) signalTree(child, "SIGKILL");
  });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)
    process.on(signal, () => process.exit(code));
}
