import { StreamedContent } from "../http/streamed.ts";

/**
 * What bytes can be given as. A function gives them anew each time, so that a request can be repeated; an iterable that is no
 * function is read once.
 */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>);

/** A file or a message to send, where more than its bytes is to be said. */
export interface Upload {
  readonly content: Content;
  /** In bytes, where `content` is no text and no array and its length is known. */
  readonly length?: number;
  /** The file's name; `file` unless given. */
  readonly fileName?: string;
  /** `application/octet-stream` unless given. */
  readonly contentType?: string;
}

/** The upload that a value stands for; undefined where it is none. */
export function uploadOf(value: unknown): Upload | undefined {
  if (isContent(value)) return { content: value };
  const isWhole =
    typeof value === "object" && value !== null && "content" in value && isContent(value.content);
  return isWhole ? (value as Upload) : undefined;
}

/** An upload's bytes as a request carries them. */
export function contentOf({ content, length }: Upload): Uint8Array | StreamedContent {
  if (typeof content === "string") return Buffer.from(content.toWellFormed(), "utf8");
  if (content instanceof Uint8Array) return content;
  const again = typeof content === "function";
  return new StreamedContent(again ? content : () => content, length, !again);
}

/** Reads content to its end; undefined where it is longer than `maximum` bytes. */
export async function collected(
  content: Uint8Array | StreamedContent,
  maximum: number,
): Promise<Uint8Array | undefined> {
  if (content instanceof Uint8Array) return content.length > maximum ? undefined : content;
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content.open()) {
    length += piece.length;
    if (length > maximum) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function isContent(value: unknown): value is Content {
  if (typeof value === "string" || typeof value === "function" || value instanceof Uint8Array) return true;
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
