/** Bounds of repetition. All times in milliseconds. */
export interface RetryPolicy {
  /** Tries of one request in all, pauses that the server asked for not counted. */
  readonly attempts: number;
  /** Tries in all where each is slow or pointless soon: the server cannot be reached or does not answer in time. */
  readonly unansweredAttempts: number;
  /** Ceiling of the first random pause; it doubles with each try. */
  readonly base: number;
  /** Ceiling of any random pause. */
  readonly cap: number;
  /** The longest pause that a server may ask for; past it the request fails and says when to come back. */
  readonly maximumWait: number;
  /** From the first try of a request to the start of its last one. */
  readonly total: number;
}

/** What the client does unless told otherwise. */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 7,
  unansweredAttempts: 3,
  base: 200,
  cap: 10_000,
  maximumWait: 120_000,
  total: 600_000,
};

/** Full jitter: a random pause below a ceiling that doubles with each try (1 for the first). */
export function jitter(policy: RetryPolicy, attempt: number, random: number): number {
  return Math.floor(random * Math.min(policy.cap, policy.base * 2 ** (attempt - 1)));
}

/** What is known of a failed try. */
export interface FailedTry {
  readonly status?: number | undefined;
  /** Pause that the server asked for. */
  readonly statedWait?: number | undefined;
  /** False where trying again cannot help, such as an untrusted certificate. */
  readonly passing: boolean;
  /** The server was not reached, or did not answer in time. */
  readonly unanswered?: boolean;
}

/** How many tries a failure of that sort is worth. */
export function attemptsFor(policy: RetryPolicy, failed: FailedTry): number {
  return failed.unanswered ? Math.min(policy.attempts, policy.unansweredAttempts) : policy.attempts;
}

const passingStatuses: ReadonlySet<number> = new Set([408, 425, 500, 502, 503, 504]);

/**
 * Whether a failed try may be followed by another. A server that answers 429 states that it did nothing, so that any request may be
 * sent again; otherwise only a repeatable one, and only where the failure can pass.
 */
export function mayRepeat(failed: FailedTry, repeatable: boolean): boolean {
  if (failed.status === 429) return true;
  if (!repeatable || !failed.passing) return false;
  return failed.status === undefined || failed.status < 300 || passingStatuses.has(failed.status);
}
