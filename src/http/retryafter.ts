type Headers = Readonly<Record<string, string>>;

/**
 * How long the server asks to wait, in milliseconds from `now`; undefined where it does not say.
 * Reads `Retry-After` (RFC 9110 section 10.2.3: seconds or an HTTP date), else `x-ratelimit-reset` (seconds from now, or seconds or milliseconds since the epoch).
 */
export function statedWait(headers: Headers, now: number): number | undefined {
  return (
    retryAfter(headers["retry-after"], headers.date, now) ?? rateLimitReset(headers["x-ratelimit-reset"], now)
  );
}

/** All three forms of RFC 9110 section 5.6.7 begin with the day's name. */
const httpDate = /^(?:mon|tue|wed|thu|fri|sat|sun)/i;

function retryAfter(
  value: string | undefined,
  serverDate: string | undefined,
  now: number,
): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = httpDate.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  const serverNow = Date.parse(serverDate ?? "");
  return Math.max(0, date - (Number.isNaN(serverNow) ? now : serverNow));
}

const smallestEpochSeconds = 1e9;
const smallestEpochMilliseconds = 1e12;
/** UbiOps counts whole seconds down to its reset, so that its own client waits one more. */
const oneSecond = 1000;

function rateLimitReset(value: string | undefined, now: number): number | undefined {
  const text = value?.trim();
  if (!text || !/^\d+(\.\d+)?$/.test(text)) return undefined;
  const reset = Number(text);
  if (reset >= smallestEpochMilliseconds) return Math.max(0, reset - now);
  if (reset >= smallestEpochSeconds) return Math.max(0, reset * 1000 - now) + oneSecond;
  return reset * 1000 + oneSecond;
}
