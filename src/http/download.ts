import { PlatformError } from "./error.ts";
import * as judge from "./judge.ts";
import type { HttpRequest, RawAnswer } from "./message.ts";

/** A good answer whose content is read as it comes. Whoever has it reads it to its end or cancels it; until then it holds a connection. */
export interface Download {
  /** 200 for the whole, 206 for a part of it. */
  readonly status: number;
  readonly contentType: string | undefined;
  /** Bytes of this content, where the server states them. */
  readonly length: number | undefined;
  /** Which part it is, such as `bytes 0-1023/4096` (RFC 9110 section 14.4). */
  readonly contentRange: string | undefined;
  /** Can be read once. Its iteration throws a `PlatformError`. */
  readonly content: AsyncIterable<Uint8Array>;
  /** Gives the rest up. */
  cancel(): Promise<void>;
}

/** The content of an answer as a `Download`, whose failures become a `PlatformError` of the connection; `signal` is what gives the request up. */
export function downloadOf(
  court: judge.Court,
  request: HttpRequest,
  answer: RawAnswer,
  origin: string,
  signal: AbortSignal,
): Download {
  const stream = answer.stream;
  return {
    status: answer.status,
    contentType: answer.headers["content-type"],
    length: lengthOf(answer.headers["content-length"]),
    contentRange: answer.headers["content-range"],
    content: { [Symbol.asyncIterator]: () => piecesOf(court, request, stream, origin, signal) },
    cancel: async () => {
      stream?.on("error", () => {}).destroy();
    },
  };
}

/** Reads a download to its end. Rejects with a `PlatformError`, of kind `protocol` where it is longer than `maximumBytes`. */
export async function readDownload(
  download: Download,
  connection: string,
  maximumBytes: number,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of download.content) {
    length += piece.length;
    if (length > maximumBytes) {
      await download.cancel();
      const text = `the content is longer than ${maximumBytes} bytes`;
      throw new PlatformError({ kind: "protocol", connection, text, advice: "Read it as a stream." });
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

async function* piecesOf(
  court: judge.Court,
  request: HttpRequest,
  stream: RawAnswer["stream"],
  origin: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  if (stream === undefined) return;
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (signal.aborted) throw judge.cancelledError(court, request, true);
    throw judge.transportError(court, request, error, origin).error;
  }
}

function lengthOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : undefined;
}
