import { adviceFor } from "./advice.ts";
import { decode, describe, excerpt, readBody } from "./answer.ts";
import { inWords } from "./clock.ts";
import { type FailureDetails, PlatformError } from "./error.ts";
import { kindOfStatus, plainText, type ReadFailure, transportFailure } from "./failure.ts";
import { type HttpRequest, type HttpResponse, type RawAnswer, requestIdOf } from "./message.ts";
import type { Redactor } from "./redact.ts";
import type { Redirect } from "./redirect.ts";
import type { FailedTry } from "./retry.ts";

/** What turning answers into errors needs to know of a connection. */
export interface Court {
  readonly connection: string;
  readonly redactor: Redactor;
  readonly readFailure?: ReadFailure | undefined;
  /** How to sign in, for errors of kind `unauthorised`. */
  readonly howToSignIn?: (() => string) | undefined;
}

/** A good answer read as the request expects it, or a `PlatformError` of kind `protocol` that says what came instead. */
export function readAnswer(
  court: Court,
  request: HttpRequest,
  answer: RawAnswer,
): HttpResponse | PlatformError {
  const read = readBody(answer, request.expects);
  const requestId = requestIdOf(answer.headers);
  if ("data" in read) return { status: answer.status, headers: answer.headers, data: read.data, requestId };
  return errorOf(court, {
    kind: "protocol",
    status: answer.status,
    text: `expected JSON, but ${describe(clean(court, read.unreadable))} came`,
    requestId,
    landed: request.writes ? "unknown" : "no",
  });
}

/** The error that a refusal (status 300 or more) stands for. */
export function refusalOf(
  court: Court,
  request: HttpRequest,
  answer: RawAnswer,
  expired: boolean,
): PlatformError {
  const failure = court.readFailure?.(answer);
  const kind = expired ? "unauthorised" : (failure?.kind ?? kindOfStatus(answer.status));
  return errorOf(court, {
    kind,
    status: answer.status,
    code: failure?.code,
    text: expired
      ? "the token has expired"
      : failure?.text || plainText(answer.status, clean(court, decode(answer.body))),
    requestId: requestIdOf(answer.headers),
    landed: request.writes && answer.status >= 500 && answer.status !== 501 ? "unknown" : "no",
    fromPlatform: failure !== undefined,
  });
}

/** The error for a redirect that is not followed. */
export function redirectError(
  court: Court,
  request: HttpRequest,
  status: number,
  redirect: Redirect,
): PlatformError {
  const refusal = "refusal" in redirect ? redirect.refusal : "more redirects than are followed";
  const elsewhere = "refusal" in redirect ? redirect.elsewhere : undefined;
  return errorOf(court, {
    kind: "protocol",
    status,
    text: `the server answers with ${refusal}, which is not followed`,
    landed: request.writes && status < 307 ? "unknown" : "no",
    advice:
      elsewhere === undefined
        ? `Check the url of ${court.connection}.`
        : `If ${elsewhere} is right, make it the url of ${court.connection}; credentials are never sent to another origin by themselves.`,
  });
}

/** The error for a failure below HTTP, and whether trying again can help. */
export function transportError(
  court: Court,
  request: HttpRequest,
  error: unknown,
  origin: string,
): { readonly error: PlatformError; readonly failed: FailedTry } {
  const failure = transportFailure(error);
  const details = {
    kind: failure.kind,
    code: failure.code,
    text: `${failure.text} at ${origin}`,
    landed: request.writes && !failure.neverSent ? ("unknown" as const) : ("no" as const),
    ...(failure.advice === undefined ? {} : { advice: failure.advice(court.connection) }),
  };
  const unanswered = failure.neverSent || failure.kind === "timeout";
  return { error: errorOf(court, details), failed: { passing: failure.passing, unanswered } };
}

/** The error for a request that its caller gave up. */
export function cancelledError(court: Court, request: HttpRequest, sent: boolean): PlatformError {
  return errorOf(court, {
    kind: "cancelled",
    text: "cancelled",
    landed: request.writes && sent ? "unknown" : "no",
  });
}

/** The error for credentials that could not be read or renewed for a reason of their own. */
export function signInError(court: Court): PlatformError {
  return errorOf(court, { kind: "unauthorised", text: "the credentials could not be read" });
}

/** The error for a pause that is too long to wait for; says when to come back. */
export function comeBackError(
  court: Court,
  cause: PlatformError | undefined,
  wait: number,
  now: number,
): PlatformError {
  const resumesAt = now + wait;
  const at = new Date(Math.ceil(resumesAt / 1000) * 1000).toISOString().replace(".000Z", "Z");
  return errorOf(court, {
    kind: cause?.kind ?? "rateLimited",
    status: cause?.status,
    code: cause?.code,
    text: cause?.text ?? "the server asked to wait",
    requestId: cause?.requestId,
    landed: cause?.landed,
    fromPlatform: cause?.fromPlatform,
    advice: `Come back in ${inWords(wait)}, at ${at}; the server takes no requests until then.`,
    resumesAt,
  });
}

/** Redacts what came from outside, then shortens it (never the other way round, which could leave half a secret), and fills in how to sign in. */
export function errorOf(court: Court, details: Omit<FailureDetails, "connection">): PlatformError {
  const { connection } = court;
  const signIn = details.kind === "unauthorised" ? court.howToSignIn?.() : undefined;
  const advice = details.advice ?? signIn ?? adviceFor(details.kind, connection, details.landed ?? "no");
  const short = (text: string | undefined, length: number) =>
    text === undefined ? undefined : excerpt(clean(court, text), length);
  return new PlatformError({
    ...details,
    connection,
    text: short(details.text, longestText) ?? "",
    code: short(details.code, longestName),
    requestId: short(details.requestId, longestName),
    advice: clean(court, advice),
  });
}

const longestText = 500;
const longestName = 100;
/** Of a text that is longer, so little is shown that what lies behind need not be redacted. */
const longestRedacted = 20_000;

function clean(court: Court, text: string): string {
  return court.redactor.text(text.slice(0, longestRedacted));
}
