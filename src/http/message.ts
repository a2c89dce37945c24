import type { Readable } from "node:stream";
import type { StreamedContent } from "./streamed.ts";

/** What a request carries. */
export interface HttpBody {
  readonly contentType: string;
  readonly content: string | Uint8Array | StreamedContent;
}

/** How the body of a good answer is to be read. `nothing` accepts and drops whatever comes; `stream` is handed over as a `Download`. */
export type Expectation = "json" | "text" | "bytes" | "stream" | "nothing";

/** One request to the platform of a connection. */
export interface HttpRequest {
  readonly method: string;
  /** Percent-encoded path below the base URL, beginning with `/`; sent byte for byte (`//` and `%2F` survive). */
  readonly path: string;
  /** Query parameters in order, not yet encoded. */
  readonly query?: readonly (readonly [name: string, value: string])[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: HttpBody | undefined;
  readonly expects: Expectation;
  /** Whether the request may be sent again when it is not known what became of it. */
  readonly repeatable: boolean;
  /** Whether it can change anything on the server. */
  readonly writes: boolean;
  /** Sent without credentials. */
  readonly anonymous?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** How long to wait for the answer to begin, in milliseconds; never shorter than the connection's own time-out. */
  readonly patience?: number | undefined;
  /** Overrides the bound of the connection, in bytes. */
  readonly maximumBytes?: number | undefined;
}

/** A good answer (2xx), read as the request expected it. */
export interface HttpResponse {
  readonly status: number;
  /** Header values by lower-case name; repeated headers joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, text, bytes or a `Download`; undefined for an empty body. */
  readonly data: unknown;
  readonly requestId: string | undefined;
}

/** Any answer as it came, before it is judged. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** In place of the body, where a good answer is read as it comes. */
  readonly stream?: Readable | undefined;
}

const requestIdHeaders = ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-trace-id"];

/** The server's own name for the request, by which its operators find it in their logs. */
export function requestIdOf(headers: Readonly<Record<string, string>>): string | undefined {
  for (const name of requestIdHeaders) {
    if (headers[name]) return headers[name];
  }
  return undefined;
}
