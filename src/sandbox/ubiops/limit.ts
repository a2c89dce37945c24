/** How many requests are taken within a span of time. */
export interface RateLimit {
  readonly requests: number;
  readonly seconds: number;
}

/** Where a request stands within the limit. */
export interface LimitState {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

/** Counts requests against a limit in spans that begin with the first request; `clock` gives milliseconds. */
export function createLimiter({ requests, seconds }: RateLimit, clock: () => number): () => LimitState {
  let began = Number.NEGATIVE_INFINITY;
  let taken = 0;
  return () => {
    const now = clock();
    if (now - began >= seconds * 1000) {
      began = now;
      taken = 0;
    }
    taken += 1;
    const reset = Math.ceil((began + seconds * 1000 - now) / 1000);
    return {
      allowed: taken <= requests,
      headers: {
        "x-ratelimit-limit": String(requests),
        "x-ratelimit-remaining": String(Math.max(0, requests - taken)),
        "x-ratelimit-reset": String(reset),
      },
    };
  };
}
