import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Upload } from "../../platforms/content.ts";
import { unreadable } from "../../session/operation/file-problem.ts";
import { uploadOf } from "../../session/operation/files.ts";
import { UsageError } from "../exit.ts";
import type { TerminalStreams } from "../output/terminal.ts";
import type { GivenArguments } from "./arguments.ts";

/**
 * The value of a JSON body: what was written in place, or what the file or standard input holds.
 * @throws {UsageError} Where it is no JSON.
 * @throws {FileProblem} Where it cannot be read.
 */
export async function readJsonBody(
  { body, file }: GivenArguments,
  streams: TerminalStreams,
): Promise<unknown> {
  const text = body ?? (await readContent(file ?? "-", streams)).toString("utf8");
  const place = file === undefined ? "The body" : file === "-" ? "Standard input" : file;
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${place} is not JSON: ${reason}.`);
  }
}

/**
 * A file, or standard input (`-`), to be read while it is sent.
 * @throws {FileProblem} Where there is no such file.
 */
export async function contentFrom(file: string, { stdin, folder }: TerminalStreams): Promise<Upload> {
  return file === "-" ? { content: stdin } : uploadOf(resolve(folder, file), file);
}

async function readContent(file: string, { stdin, folder }: TerminalStreams): Promise<Buffer> {
  if (file === "-") return buffer(stdin);
  try {
    return await readFile(resolve(folder, file));
  } catch (error) {
    throw unreadable(error, file) ?? error;
  }
}
