import { adviceFor } from "./advice.ts";

/** The closed list of ways in which a request can fail. */
export const failureKinds = [
  "unauthorised",
  "forbidden",
  "notFound",
  "conflict",
  "invalid",
  "rateLimited",
  "unavailable",
  "timeout",
  "network",
  "protocol",
  "cancelled",
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** Whether a write may have happened although the request failed. */
export type Landed = "no" | "unknown";

/** What a `PlatformError` is made from. Every text must have passed the redactor. */
export interface FailureDetails {
  readonly kind: FailureKind;
  readonly connection: string;
  /** HTTP status, where an answer came. */
  readonly status?: number | undefined;
  /** The platform's own code (`uniqueness`, `900904`), or the system's for a network failure (`ECONNRESET`). */
  readonly code?: string | undefined;
  /** The platform's own words, or ours where it said nothing. */
  readonly text: string;
  readonly requestId?: string | undefined;
  /** What to do next, one sentence; derived from the kind when absent. */
  readonly advice?: string | undefined;
  readonly landed?: Landed | undefined;
  /** True where the body of the answer had the platform's own error shape, so that nothing in between wrote it. */
  readonly fromPlatform?: boolean | undefined;
  /** When the server takes requests again, in milliseconds since the epoch. */
  readonly resumesAt?: number | undefined;
}

/**
 * The one error that requests and directories reject with. `message` reads `odm: 401 Access denied`; `advice` is the way out.
 * It carries no cause, because a library's error may hold headers or bodies.
 */
export class PlatformError extends Error {
  override readonly name = "PlatformError";
  readonly kind: FailureKind;
  readonly connection: string;
  readonly status: number | undefined;
  readonly code: string | undefined;
  readonly text: string;
  readonly requestId: string | undefined;
  readonly advice: string;
  readonly landed: Landed;
  readonly fromPlatform: boolean;
  readonly resumesAt: number | undefined;

  constructor(details: FailureDetails) {
    const status = details.status === undefined ? "" : `${details.status} `;
    super(`${details.connection}: ${status}${details.text}`);
    this.kind = details.kind;
    this.connection = details.connection;
    this.status = details.status;
    this.code = details.code;
    this.text = details.text;
    this.requestId = details.requestId;
    this.landed = details.landed ?? "no";
    this.fromPlatform = details.fromPlatform ?? false;
    this.resumesAt = details.resumesAt;
    this.advice = details.advice ?? adviceFor(details.kind, details.connection, this.landed);
  }

  /** The same facts as plain data, for logs, reports and `--json`. */
  toJSON(): FailureDetails & { readonly message: string } {
    return {
      message: this.message,
      kind: this.kind,
      connection: this.connection,
      status: this.status,
      code: this.code,
      text: this.text,
      requestId: this.requestId,
      advice: this.advice,
      landed: this.landed,
      fromPlatform: this.fromPlatform,
      resumesAt: this.resumesAt,
    };
  }
}

/** The same failure with some facts replaced, for example once it is known that an earlier attempt may have landed. */
export function amended(error: PlatformError, changes: Partial<FailureDetails>): PlatformError {
  const { message: _, advice, ...details } = error.toJSON();
  const keepsAdvice = changes.kind === undefined && changes.landed === undefined;
  return new PlatformError({ ...details, ...(keepsAdvice ? { advice } : {}), ...changes });
}
