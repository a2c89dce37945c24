import type { GraceWait } from "../plan.ts";
import type { Grace } from "../policy.ts";
import type { KnownMissing } from "../world.ts";

const day = 24 * 60 * 60 * 1000;

/**
 * How long somebody who is missing still waits before the policy acts; undefined where the wait is over. `seen`: what completed runs have
 * noted so far. `now`: ISO 8601 instant.
 */
export function graceWait(grace: Grace, seen: KnownMissing | undefined, now: string): GraceWait | undefined {
  const runs = seen?.runs ?? 0;
  const known = { ...(seen && { since: seen.since }), runs };
  if ("runs" in grace) {
    const left = grace.runs - 1 - runs;
    return left > 0 ? { ...known, due: { runs: left } } : undefined;
  }
  if (!seen) return grace.days > 0 ? { ...known, due: { days: grace.days } } : undefined;
  const at = Date.parse(seen.since) + grace.days * day;
  return Date.parse(now) < at ? { ...known, due: { at: new Date(at).toISOString() } } : undefined;
}
