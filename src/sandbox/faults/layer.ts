import type { PageWindow, Reply, SandboxRequest } from "../server/message.ts";
import type { Platform, PlatformName } from "../server/platform.ts";
import { faultKinds } from "./kinds.ts";
import type { FaultSpec } from "./spec.ts";

/** Whom a fault happens to. */
export interface FaultContext {
  readonly platform: Platform;
  readonly request: SandboxRequest;
  /** Aborts when the sandbox closes. */
  readonly signal: AbortSignal;
}

/** An answer, or the end of the connection without one. */
export type FaultOutcome = Reply | "drop";

/** What one request meets. */
export interface MetFaults {
  /** Runs before the platform processes the request; an outcome means that it is not processed. */
  before(context: FaultContext): Promise<FaultOutcome | undefined>;
  after(context: FaultContext, reply: Reply): FaultOutcome;
  bendPage(window: PageWindow): PageWindow;
}

interface Arrival {
  readonly platform: PlatformName;
  readonly method: string;
  readonly path: string;
}

/** Stands between clients and platforms and lets things go wrong on demand: for the same requests, the same things. */
export interface FaultLayer {
  /** Replaces all faults and counts anew. */
  set(specs: readonly FaultSpec[]): void;
  get(): readonly FaultSpec[];
  meet(arrival: Arrival): MetFaults;
}

interface Counter {
  readonly spec: FaultSpec;
  seen: number;
  hits: number;
}

interface Hit {
  readonly spec: FaultSpec;
  readonly hit: number;
}

/** Makes a layer without faults. */
export function createFaultLayer(): FaultLayer {
  let counters: Counter[] = [];
  return {
    set(specs) {
      counters = specs.map((spec) => ({ spec, seen: 0, hits: 0 }));
    },
    get: () => counters.map(({ spec }) => spec),
    meet(arrival) {
      const hits = counters.flatMap((counter) => (looksAt(counter.spec, arrival) ? count(counter) : []));
      return metFaults(hits);
    },
  };
}

function looksAt({ platform, method, path }: FaultSpec, arrival: Arrival): boolean {
  return (
    (platform ?? arrival.platform) === arrival.platform &&
    (method ?? arrival.method) === arrival.method &&
    arrival.path.startsWith(path ?? "")
  );
}

function count(counter: Counter): readonly Hit[] {
  const { spec } = counter;
  const { every = 1, times = Number.POSITIVE_INFINITY, after = 0 } = spec;
  counter.seen += 1;
  const counted = counter.seen - after;
  if (counted < 1) return [];
  if (faultKinds[spec.kind].counts === "pages") return [{ spec, hit: counted }];
  if (counted % every !== 0 || counter.hits >= times) return [];
  counter.hits += 1;
  return [{ spec, hit: counter.hits }];
}

function metFaults(hits: readonly Hit[]): MetFaults {
  return {
    async before(context) {
      for (const { spec } of hits) {
        const outcome = await faultKinds[spec.kind].before?.(spec, context);
        if (outcome !== undefined) return outcome;
      }
      return undefined;
    },
    after(context, reply) {
      let outcome: FaultOutcome = reply;
      for (const { spec } of hits) {
        if (outcome === "drop") return outcome;
        outcome = faultKinds[spec.kind].after?.(spec, context, outcome) ?? outcome;
      }
      return outcome;
    },
    bendPage: (asked) =>
      hits.reduce(
        (window, { spec, hit }) => faultKinds[spec.kind].bendPage?.(spec, window, asked, hit) ?? window,
        asked,
      ),
  };
}
