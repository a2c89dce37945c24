import { STATUS_CODES } from "node:http";
import { describe, isHtml } from "./answer.ts";
import type { FailureKind } from "./error.ts";
import type { RawAnswer } from "./message.ts";
import { SourceFailed } from "./streamed.ts";

/** What a platform says about a refusal, read from the body in its own shape. */
export interface Failure {
  readonly code?: string | undefined;
  readonly text?: string | undefined;
  /** More exact than what the status says, where the platform's statuses mislead. */
  readonly kind?: FailureKind | undefined;
}

/** Reads a platform's error shape; undefined where the body is not in it. */
export type ReadFailure = (answer: RawAnswer) => Failure | undefined;

const kindsByStatus: Readonly<Record<number, FailureKind>> = {
  401: "unauthorised",
  403: "forbidden",
  404: "notFound",
  407: "network",
  408: "timeout",
  409: "conflict",
  410: "notFound",
  412: "conflict",
  425: "unavailable",
  429: "rateLimited",
  451: "forbidden",
  501: "invalid",
};

/** The kind of failure that a status of 300 or more stands for. */
export function kindOfStatus(status: number): FailureKind {
  if (status < 400) return "protocol";
  return kindsByStatus[status] ?? (status >= 500 ? "unavailable" : "invalid");
}

/** The words of a refusal whose body is in no shape that the platform has. */
export function plainText(status: number, body: string): string {
  const reason = STATUS_CODES[status] ?? "no reason given";
  const text = body.trim();
  if (text === "") return reason;
  return isHtml(text) || text.startsWith("<") ? `${reason} (${describe(text)})` : text;
}

/** A failure below HTTP, in words. */
export interface TransportFailure {
  readonly kind: Extract<FailureKind, "timeout" | "network" | "protocol" | "invalid">;
  readonly code: string;
  readonly text: string;
  /** True where the request cannot have reached the server. */
  readonly neverSent: boolean;
  /** True where trying again can help. */
  readonly passing: boolean;
  readonly advice?: (connection: string) => string;
}

type Entry = Omit<TransportFailure, "code">;

const notSent = { kind: "network", neverSent: true, passing: true } as const;
const cutOff = { kind: "network", neverSent: false, passing: true } as const;

const byCode: Readonly<Record<string, Entry>> = {
  ECONNREFUSED: { ...notSent, text: "the server refuses the connection" },
  EHOSTUNREACH: { ...notSent, text: "the server cannot be reached" },
  ENETUNREACH: { ...notSent, text: "the network cannot be reached" },
  EAI_AGAIN: { ...notSent, text: "the server's name cannot be resolved at the moment" },
  ENOTFOUND: { ...notSent, passing: false, text: "the server's name is not known" },
  UND_ERR_CONNECT_TIMEOUT: {
    ...notSent,
    kind: "timeout",
    text: "the server did not accept the connection in time",
  },
  ETIMEDOUT: { ...notSent, kind: "timeout", neverSent: false, text: "the connection timed out" },
  UND_ERR_HEADERS_TIMEOUT: { ...cutOff, kind: "timeout", text: "the server did not answer in time" },
  UND_ERR_BODY_TIMEOUT: { ...cutOff, kind: "timeout", text: "the answer stopped arriving" },
  ECONNRESET: { ...cutOff, text: "the connection was dropped" },
  EPIPE: { ...cutOff, text: "the connection was dropped" },
  UND_ERR_SOCKET: { ...cutOff, text: "the connection was dropped" },
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: { ...cutOff, text: "the answer was cut short" },
  UND_ERR_RES_EXCEEDED_MAX_SIZE: {
    ...cutOff,
    kind: "protocol",
    passing: false,
    text: "the answer is too large",
  },
  UND_ERR_HEADERS_OVERFLOW: {
    ...cutOff,
    kind: "protocol",
    passing: false,
    text: "the answer's headers are too large",
  },
  UND_ERR_INVALID_ARG: { ...notSent, kind: "invalid", passing: false, text: "the request cannot be sent" },
};

const tlsCode = /^(?:ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_SSL|EPROTO|HOSTNAME_MISMATCH)/;

/** Tells apart what a request can fail by before an answer is complete. */
export function transportFailure(error: unknown): TransportFailure {
  if (error instanceof SourceFailed) {
    const { reason, message } = error;
    return { ...notSent, kind: "invalid", passing: false, code: reason, text: message };
  }
  const code = codeOf(error) ?? "EUNKNOWN";
  const known = byCode[code];
  if (known !== undefined) return { ...known, code, text: `${known.text} (${code})` };
  if (tlsCode.test(code)) {
    return {
      ...notSent,
      passing: false,
      code,
      text: `the server's certificate is not trusted or TLS failed (${code})`,
      advice: (connection) =>
        `Add the certificate authority of ${connection} to the system's, or to the settings.`,
    };
  }
  if (code.startsWith("HPE_")) {
    return { ...cutOff, kind: "protocol", passing: false, code, text: `the answer is not HTTP (${code})` };
  }
  return { ...cutOff, code, text: `the request failed (${code})` };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  if ("errors" in error && Array.isArray(error.errors)) return codeOf(error.errors[0]);
  return "cause" in error ? codeOf(error.cause) : undefined;
}
