import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Download } from "../../http/download.ts";
import type { Operation } from "../../platforms/operation.ts";
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
    const file = resolve(terminal.streams.folder, output);
    await writeFile(file, readableOf(answer), signal);
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

/** What is there and is no ordinary file, such as a pipe, is written to as it is; a file is replaced once its content is whole. */
async function writeFile(file: string, content: Readable, signal: AbortSignal): Promise<void> {
  const present = await stat(file).catch(() => undefined);
  const isReplaced = present === undefined || present.isFile();
  const target = isReplaced ? `${file}.${process.pid}.part` : file;
  try {
    await pipeline(content, createWriteStream(target), { signal });
    if (isReplaced) await rename(target, file);
  } catch (error) {
    if (isReplaced) await rm(target, { force: true });
    throw unwritable(error, file) ?? error;
  }
}

function readableOf(answer: unknown): Readable {
  if (answer === undefined) return Readable.from([]);
  if (answer instanceof Uint8Array) return Readable.from([answer]);
  if (typeof answer === "string") return Readable.from([Buffer.from(answer)]);
  if (isDownload(answer)) return Readable.from(answer.content);
  return Readable.from([Buffer.from(`${JSON.stringify(answer, null, 2)}\n`)]);
}

function isDownload(answer: unknown): answer is Download {
  if (typeof answer !== "object" || answer === null || !("content" in answer)) return false;
  const { content } = answer;
  return typeof content === "object" && content !== null && Symbol.asyncIterator in content;
}

function unwritable(error: unknown, file: string): UsageError | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new UsageError(`${file} cannot be written: there is no such folder.`);
  if (code === "EISDIR") return new UsageError(`${file} is a folder, and a file is needed.`);
  if (code === "EACCES" || code === "EPERM") return new UsageError(`${file} may not be written.`);
  return undefined;
}
