import { unlessAborted } from "./clock.ts";
import type { RawAnswer } from "./message.ts";

/** Adds credentials to requests and renews them. One for each connection; knows nothing of retries. */
export interface SignIn {
  /** Headers that carry the credentials. Rejects with a `PlatformError` when there are none. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Whether a refusal says that the credentials have expired, as opposed to being wrong or insufficient. */
  hasExpired?(answer: RawAnswer): boolean;
  /** Gets new credentials; true when the request is worth repeating once. Never called twice at the same time. */
  renew?(): Promise<boolean>;
  /** Told when the server refused the credentials for good, so that the next request reads them anew. */
  refused?(): void;
}

/** Credentials together with which of their generations they are. */
export interface SignedHeaders {
  readonly headers: Readonly<Record<string, string>>;
  readonly generation: number;
}

/** What a request without credentials carries. */
export const unsigned: SignedHeaders = { headers: {}, generation: 0 };

/** Holds a `SignIn` to one renewal at a time, however many requests find out at once that they need it. */
export class SignInKeeper {
  readonly #signIn: SignIn | undefined;
  #generation = 0;
  #renewal: Promise<boolean> | undefined;

  constructor(signIn: SignIn | undefined) {
    this.#signIn = signIn;
  }

  /** Present credentials; waits for a renewal that is under way. */
  async headers(signal?: AbortSignal): Promise<SignedHeaders> {
    if (this.#signIn === undefined) return unsigned;
    await unlessAborted(this.#renewal?.catch(() => false) ?? Promise.resolve(false), signal);
    const generation = this.#generation;
    return { headers: await unlessAborted(this.#signIn.headers(), signal), generation };
  }

  /** Whether the answer means that the credentials have expired. */
  hasExpired(answer: RawAnswer): boolean {
    return this.#signIn?.hasExpired?.(answer) ?? false;
  }

  /** Renews credentials of that generation, unless somebody already has. True when the request is worth repeating. */
  async renew(generation: number, signal?: AbortSignal): Promise<boolean> {
    if (generation !== this.#generation) return true;
    this.#renewal ??= this.#renewOnce();
    return unlessAborted(this.#renewal, signal);
  }

  /** The server refused credentials of that generation for good. */
  refused(generation: number): void {
    if (generation !== this.#generation) return;
    this.#generation += 1;
    this.#signIn?.refused?.();
  }

  async #renewOnce(): Promise<boolean> {
    try {
      const renewed = (await this.#signIn?.renew?.()) ?? false;
      if (renewed) this.#generation += 1;
      return renewed;
    } finally {
      this.#renewal = undefined;
    }
  }
}
