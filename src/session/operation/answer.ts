import { Readable } from "node:stream";
import type { Download } from "../../http/download.ts";

/** An answer's bytes: as they came, text in UTF-8, anything else as JSON in lines that can be read. */
export function readableOf(answer: unknown): Readable {
  if (answer === undefined) return Readable.from([]);
  if (answer instanceof Uint8Array) return Readable.from([answer]);
  if (typeof answer === "string") return Readable.from([Buffer.from(answer)]);
  if (isDownload(answer)) return Readable.from(answer.content);
  return Readable.from([Buffer.from(`${JSON.stringify(answer, null, 2)}\n`)]);
}

/** Whether an answer is read as it comes. */
export function isDownload(answer: unknown): answer is Download {
  if (typeof answer !== "object" || answer === null || !("content" in answer)) return false;
  const { content } = answer;
  return typeof content === "object" && content !== null && Symbol.asyncIterator in content;
}
