import type { Change } from "../identity/plan.ts";
import { changesAtOnce } from "./run.ts";

/** Requests for one change: it is read again, and written. */
const requestsForOne = 2;
/** Requests that a connection takes at once unless its settings say otherwise. */
const usualConcurrency = 8;
/** How many of a connection's latest requests are reckoned by. */
const kept = 200;

/** What the settings of a connection allow. */
export interface RateSettings {
  readonly concurrency?: number;
  readonly requestsPerMinute?: number;
}

/** How long the changes of a run are expected to take. */
export interface Estimate {
  readonly requests: number;
  /** Absent where no request has been measured yet. */
  readonly seconds?: number;
  /** Requests in a second, over all. */
  readonly perSecond?: number;
  /** Connections that asked to wait while they were read: it may take longer there. */
  readonly limited: readonly string[];
}

/** What was seen of the speed of each connection's answers. */
export class Pace {
  readonly #milliseconds = new Map<string, number[]>();
  readonly #limited = new Set<string>();

  /** Notes one answered request. `status` 429 says that the server limits the rate. */
  observe(connection: string, milliseconds: number, status: number | undefined): void {
    if (status === 429) this.#limited.add(connection);
    if (status === undefined || status >= 400) return;
    const seen = this.#milliseconds.get(connection) ?? [];
    seen.push(milliseconds);
    if (seen.length > kept) seen.shift();
    this.#milliseconds.set(connection, seen);
  }

  /** Milliseconds that half of the requests took at most; undefined where none was measured. */
  latency(connection: string): number | undefined {
    const seen = this.#milliseconds.get(connection)?.toSorted((a, b) => a - b);
    return seen?.[Math.floor(seen.length / 2)];
  }

  isLimited(connection: string): boolean {
    return this.#limited.has(connection);
  }
}

/** Estimates the requests and the time of changes, by how fast each connection has answered and what its settings allow. */
export function estimateChanges(
  changes: readonly Change[],
  pace: Pick<Pace, "latency" | "isLimited">,
  settingsOf: (connection: string) => RateSettings,
): Estimate {
  const requests = changes.length * requestsForOne;
  const connections = [...Map.groupBy(changes, ({ target }) => target.connection)];
  const limited = connections.map(([connection]) => connection).filter((each) => pace.isLimited(each));
  let seconds = 0;
  for (const [connection, { length }] of connections) {
    const latency = pace.latency(connection);
    if (latency === undefined) return { requests, limited };
    const { concurrency = usualConcurrency, requestsPerMinute = Number.POSITIVE_INFINITY } =
      settingsOf(connection);
    const atOnce = Math.min(changesAtOnce, concurrency, length);
    const perSecond = Math.min((atOnce * 1000) / Math.max(1, latency), requestsPerMinute / 60);
    seconds += (length * requestsForOne) / perSecond;
  }
  return { requests, seconds, ...(seconds > 0 && { perSecond: requests / seconds }), limited };
}
