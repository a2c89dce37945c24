import { CommanderError } from "commander";
import { type ExitCode, exitCodes } from "./exit.ts";
import { type Failure, failureOf } from "./failure.ts";
import type { Terminal } from "./output/terminal.ts";
import { makeProgram } from "./program.ts";

/**
 * Runs one command line.
 * @param args What follows the command's own name.
 * @returns The exit code. Every error has been told by then.
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = makeProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    if (error instanceof CommanderError && error.code === "commander.help") return exitCodes.usage;
    if (terminal.environment.ROLLCALL_DEBUG === "1" && error instanceof Error)
      terminal.say(error.stack ?? "");
    const failure = failureOf(error);
    tell(failure, args.includes("--json"), terminal);
    return failure.code;
  } finally {
    terminal.progress.clear();
  }
}

function tell({ kind, message, advice, details }: Failure, json: boolean, terminal: Terminal): void {
  if (json) {
    terminal.say(
      JSON.stringify({ error: { kind, message, ...(advice !== undefined && { advice }), ...details } }),
    );
    return;
  }
  terminal.say(`${terminal.voice("bad", "error:")} ${message}`);
  if (advice !== undefined && !message.includes(advice)) terminal.say(advice);
}
