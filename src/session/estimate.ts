import { inWords } from "../http/clock.ts";
import type { Estimate } from "../reconcile/pace.ts";

/** An estimate as people read it: `80 requests, about 4 s at 20 requests/s`. */
export function estimateText({ requests, seconds, perSecond, limited }: Estimate): string {
  const amount = `${requests.toLocaleString("en")} ${requests === 1 ? "request" : "requests"}`;
  const time =
    seconds === undefined || perSecond === undefined
      ? amount
      : `${amount}, about ${inWords(Math.max(1, Math.ceil(seconds)) * 1000)} at ${rate(perSecond)} requests/s`;
  return limited.length === 0
    ? time
    : `${time}; ${limited.join(" and ")} limits the rate, so that it may take longer`;
}

function rate(perSecond: number): string {
  return perSecond >= 10 ? Math.round(perSecond).toLocaleString("en") : perSecond.toFixed(1);
}
