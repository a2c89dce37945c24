import type { Terminal } from "./output/terminal.ts";

/** One Ctrl+C can arrive twice: from the terminal, and passed on by a parent process. */
const sameInterruptMilliseconds = 500;

/**
 * Runs work that can be stopped: the first SIGINT or SIGTERM raises the signal, so that the change in flight is finished
 * and its outcome recorded; another one later ends the process at once.
 */
export async function untilInterrupted<Result>(
  terminal: Terminal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let since: number | undefined;
  const interrupt = () => {
    if (since === undefined) {
      since = Date.now();
      terminal.say(terminal.voice("warning", "Stopping … (once more to stop at once)"));
      controller.abort();
    } else if (Date.now() - since > sameInterruptMilliseconds) process.exit(130);
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
