import type { FailureKind, Landed } from "./error.ts";

const advices: Readonly<Record<FailureKind, (connection: string) => string>> = {
  unauthorised: (connection) => `Sign in to ${connection} again.`,
  forbidden: (connection) =>
    `Sign in to ${connection} with an account that has the permission, or ask for it.`,
  notFound: (connection) =>
    `Refresh, as it may have been removed; if nothing at all is found, check the URL of ${connection}.`,
  conflict: () => "Read it again and plan anew, as something else has changed or holds the same name.",
  invalid: () => "Correct what was sent; repeating it unchanged will not help.",
  rateLimited: (connection) => `Wait, or lower the concurrency of ${connection}, and try again.`,
  unavailable: (connection) => `Try again later; the server of ${connection} has a problem of its own.`,
  timeout: (connection) => `Try again, or raise timeoutSeconds of ${connection}.`,
  network: (connection) => `Check the network, the proxy settings and the URL of ${connection}.`,
  protocol: (connection) =>
    `Check that the URL of ${connection} is that of the platform's API, and that no sign-in page or proxy answers in its place.`,
  cancelled: () => "Start it again when you like.",
};

/** What a person can do about a failure, in one sentence; a write that may have landed is to be read again first. */
export function adviceFor(kind: FailureKind, connection: string, landed: Landed): string {
  return landed === "unknown"
    ? `It may have taken effect all the same: read it from ${connection} again before repeating it.`
    : advices[kind](connection);
}
