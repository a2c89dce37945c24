import type { FailureKind } from "./error.ts";

/** What a log keeps of one attempt at a request. Holds no credentials and no bodies. */
export interface Exchange {
  readonly connection: string;
  readonly method: string;
  /** Whole URL, redacted. */
  readonly url: string;
  /** Absent where no answer came. */
  readonly status?: number | undefined;
  /** Why there was no answer, or what was wrong with it. */
  readonly failure?: FailureKind | undefined;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly milliseconds: number;
  readonly requestId?: string | undefined;
}

/** The server asked for a pause; all requests of the connection wait for it. */
export interface Pause {
  readonly connection: string;
  readonly kind: "rateLimited" | "unavailable";
  readonly milliseconds: number;
  /** Milliseconds since the epoch. */
  readonly resumesAt: number;
  /** For people: `odm asked to wait; resumes in 42 s`. */
  readonly text: string;
}
