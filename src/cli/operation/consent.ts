import type { Operation } from "../../platforms/operation.ts";
import { UsageError } from "../exit.ts";
import type { Terminal } from "../output/terminal.ts";
import { typed } from "../output/typed.ts";

/** What is about to be called. */
interface Intent {
  readonly connection: string;
  readonly url: string;
  readonly operation: Operation;
}

/**
 * Asks before something is written to a connection that is marked as production; its name is to be typed.
 * @returns Whether it was allowed.
 * @throws {UsageError} Where nobody can be asked.
 */
export async function allowedWrite(
  { connection, url, operation }: Intent,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<boolean> {
  if (!terminal.interactive)
    throw new UsageError(
      `${connection} is marked as production and ${operation.name} writes, and nobody can be asked here, since this is no terminal. Give --yes to send it.`,
    );
  terminal.say("", `Send ${operation.name} to ${connection} at ${url}? ${operation.help}`);
  terminal.say(terminal.voice("warning", `${connection} is marked as production.`));
  if (await typed(connection, terminal, signal)) return true;
  terminal.say("Nothing was sent.");
  return false;
}
