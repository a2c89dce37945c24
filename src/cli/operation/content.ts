import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Upload } from "../../platforms/content.ts";
import { UsageError } from "../exit.ts";
import type { TerminalStreams } from "../output/terminal.ts";
import type { GivenArguments } from "./arguments.ts";

/**
 * The value of a JSON body: what was written in place, or what the file or standard input holds.
 * @throws {UsageError} Where it is no JSON, or cannot be read.
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
 * @throws {UsageError} Where there is no such file.
 */
export async function uploadOf(file: string, { stdin, folder }: TerminalStreams): Promise<Upload> {
  if (file === "-") return { content: stdin };
  const path = resolve(folder, file);
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new UsageError(`${file} is a folder, and a file is needed.`);
    const length = found.isFile() ? { length: found.size } : {};
    return { content: () => createReadStream(path), fileName: basename(path), ...length };
  } catch (error) {
    throw unreadable(error, file) ?? error;
  }
}

async function readContent(file: string, { stdin, folder }: TerminalStreams): Promise<Buffer> {
  if (file === "-") return buffer(stdin);
  try {
    return await readFile(resolve(folder, file));
  } catch (error) {
    throw unreadable(error, file) ?? error;
  }
}

/** What is wrong with a file that cannot be read; undefined where it is something else. */
export function unreadable(error: unknown, file: string): UsageError | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new UsageError(`There is no file ${file}.`);
  if (code === "EISDIR") return new UsageError(`${file} is a folder, and a file is needed.`);
  if (code === "EACCES") return new UsageError(`${file} may not be read.`);
  return undefined;
}
