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

/** Headers that carry credentials, as one try sent them. */
export type SignedHeaders = Readonly<Record<string, string>>;

/** Holds a `SignIn` to one renewal at a time, however many requests find out at once that they need it. */
export class SignInKeeper {
  readonly #signIn: SignIn | undefined;
  #latest: string | undefined;
  #fruitless = 0;
  #renewal: Promise<boolean> | undefined;

  constructor(signIn: SignIn | undefined) {
    this.#signIn = signIn;
  }

  /** Present credentials; waits for a renewal that is under way. */
  async headers(signal?: AbortSignal): Promise<SignedHeaders> {
    if (this.#signIn === undefined) return {};
    await unlessAborted(this.#renewal?.catch(() => false) ?? Promise.resolve(false), signal);
    const headers = await unlessAborted(this.#signIn.headers(), signal);
    this.#latest = fingerprint(headers);
    return headers;
  }

  /** Whether the answer means that the credentials have expired. */
  hasExpired(answer: RawAnswer): boolean {
    return this.#signIn?.hasExpired?.(answer) ?? false;
  }

  /** Whether other credentials have taken the place of these since they were sent. */
  isSuperseded(sent: SignedHeaders): boolean {
    return this.#signIn !== undefined && fingerprint(sent) !== this.#latest;
  }

  /** Renews the credentials that were sent, unless somebody already has. True when the request is worth repeating. */
  async renew(sent: SignedHeaders, signal?: AbortSignal): Promise<boolean> {
    if (this.isSuperseded(sent)) return true;
    this.#renewal ??= this.#renewOnce();
    return unlessAborted(this.#renewal, signal);
  }

  /** The server accepted credentials. */
  accepted(): void {
    this.#fruitless = 0;
  }

  /** How often credentials were renewed since the server last accepted any. */
  fruitlessRenewals(): number {
    return this.#fruitless;
  }

  /** The server refused the credentials for good. */
  refused(sent: SignedHeaders): void {
    if (!this.isSuperseded(sent)) this.#signIn?.refused?.();
  }

  async #renewOnce(): Promise<boolean> {
    try {
      const renewed = (await this.#signIn?.renew?.()) ?? false;
      if (!renewed) return false;
      this.#latest = undefined;
      this.#fruitless += 1;
      return true;
    } finally {
      this.#renewal = undefined;
    }
  }
}

function fingerprint(headers: SignedHeaders): string {
  return JSON.stringify(headers);
}
