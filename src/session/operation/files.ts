import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Upload } from "../../platforms/content.ts";
import { readableOf } from "./answer.ts";
import { FileProblem, unreadable, unwritable } from "./file-problem.ts";

/**
 * A file that is read while it is sent.
 * @param path absolute; `shownAs` stands for it in messages
 * @throws {FileProblem} Where there is no such file.
 */
export async function uploadOf(path: string, shownAs = path): Promise<Upload> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new FileProblem(`${shownAs} is a folder, and a file is needed.`);
    const length = found.isFile() ? { length: found.size } : {};
    return { content: () => createReadStream(path), fileName: basename(path), ...length };
  } catch (error) {
    throw unreadable(error, shownAs) ?? error;
  }
}

/**
 * Writes an answer into a file as it comes. What is there and is no ordinary file, such as a pipe, is written to as it is; a
 * file is replaced once its content is whole.
 * @param path absolute
 * @throws {FileProblem} Where the file cannot be written. Rejects with a `PlatformError` where the answer breaks off.
 */
export async function saveAnswer(answer: unknown, path: string, signal: AbortSignal): Promise<void> {
  const present = await stat(path).catch(() => undefined);
  const isReplaced = present === undefined || present.isFile();
  const target = isReplaced ? `${path}.${process.pid}.part` : path;
  try {
    await pipeline(readableOf(answer), createWriteStream(target), { signal });
    if (isReplaced) await rename(target, path);
  } catch (error) {
    if (isReplaced) await rm(target, { force: true });
    throw unwritable(error, path) ?? error;
  }
}
