import type { CommandContext } from "../context.ts";
import { runDemo } from "../demo/run.ts";
import { type ExitCode, exitCodes } from "../exit.ts";

export interface DemoOptions {
  readonly users?: number;
  readonly seed?: number;
  readonly keep?: boolean;
}

/** `rollcall demo`: the main job on the sandbox, end to end. Done only where nothing is left to do and all is as the sandbox knows it. */
export async function demo({ terminal, globals }: CommandContext, options: DemoOptions): Promise<ExitCode> {
  const summary = await runDemo({ ...options, quiet: globals.json === true }, terminal);
  if (globals.json) terminal.printJsonLine(summary);
  return summary.after.changes === 0 && summary.truth.disagree === 0 ? exitCodes.done : exitCodes.failed;
}
