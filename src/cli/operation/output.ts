import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Operation } from "../../platforms/operation.ts";
import { isDownload, readableOf } from "../../session/operation/answer.ts";
import { saveAnswer } from "../../session/operation/files.ts";
import { UsageError } from "../exit.ts";
import { printable } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";

/** Where an answer goes. */
export interface OutputOptions {
  /** A file, or `-` for standard output, whatever it is. */
  readonly output?: string | undefined;
}

/**
 * Makes sure, before anything is sent, that the answer can be shown or written where it would go.
 * Rejects with a `UsageError` where bytes would go to a terminal, or the file has no folder or is one.
 */
export async function requireOutput(
  { name, answers }: Operation,
  { output }: OutputOptions,
  terminal: Terminal,
): Promise<void> {
  if (output !== undefined && output !== "-") return requirePlace(resolve(terminal.streams.folder, output));
  if (answers !== "bytes" && answers !== "stream") return;
  if (output === "-" || !terminal.brief) return;
  throw new UsageError(
    `${name} answers bytes, which may upset a terminal. Name a file with --output FILE, or --output - to have them here.`,
  );
}

async function requirePlace(file: string): Promise<void> {
  const folder = await stat(dirname(file)).catch(() => undefined);
  if (!folder?.isDirectory()) throw new UsageError(`${file} cannot be written: there is no such folder.`);
  const present = await stat(file).catch(() => undefined);
  if (present?.isDirectory()) throw new UsageError(`${file} is a folder, and a file is needed.`);
}

/** Writes what an operation answered, as it is; JSON in lines that can be read. A file is there whole or not at all. */
export async function writeAnswer(
  answer: unknown,
  operation: Operation,
  { output }: OutputOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (answer === undefined) {
    terminal.say(terminal.voice("faint", `${operation.name} is done. The answer is empty.`));
    if (output === undefined || output === "-") return;
  }
  if (output !== undefined && output !== "-") {
    await saveAnswer(answer, resolve(terminal.streams.folder, output), signal);
    terminal.say(`Wrote ${output}.`);
  } else if (typeof answer === "string" && terminal.brief && output === undefined) {
    terminal.print(
      ...answer
        .replace(/\r?\n$/, "")
        .split(/\r?\n/)
        .map(printable),
    );
  } else if (answer instanceof Uint8Array || isDownload(answer) || typeof answer === "string") {
    await pipeline(readableOf(answer), terminal.streams.stdout, { end: false, signal });
  } else terminal.printJson(answer);
}
