import type { FaultKindName } from "./kinds.ts";
import { FaultError, type FaultSpec } from "./spec.ts";

const ofOneKind: Readonly<Record<FaultKindName, readonly FaultSpec[]>> = {
  latency: [{ kind: "latency", ms: 150 }],
  rateLimit: [{ kind: "rateLimit", every: 7, retryAfter: 1 }],
  serverError: [{ kind: "serverError", every: 7 }],
  unavailable: [{ kind: "unavailable", every: 7, retryAfter: 1 }],
  unauthorised: [{ kind: "unauthorised", every: 7 }],
  badRequest: [{ kind: "badRequest", every: 7 }],
  forbidden: [{ kind: "forbidden", every: 7 }],
  notFound: [{ kind: "notFound", every: 7 }],
  expiredTokens: [{ kind: "expiredTokens", platform: "agave", path: "/profiles", every: 7 }],
  notJson: [{ kind: "notJson", every: 7 }],
  dropBefore: [{ kind: "dropBefore", every: 7 }],
  dropAfter: [{ kind: "dropAfter", every: 7 }],
  serverErrorAfter: [{ kind: "serverErrorAfter", every: 7 }],
  truncated: [{ kind: "truncated", every: 7 }],
  shortPages: [{ kind: "shortPages", every: 2 }],
  overlappingPages: [{ kind: "overlappingPages" }],
  pageTotal: [{ kind: "pageTotal", platform: "odm" }],
  firstPageOnly: [{ kind: "firstPageOnly", platform: "odm" }],
  movingTotal: [{ kind: "movingTotal", every: 2, times: 3 }],
};

const mixed = {
  pages: [...ofOneKind.shortPages, ...ofOneKind.overlappingPages],
  /** Reads meet everything that a repetition gets over; writes only what says that it was not processed. */
  storm: [
    { kind: "latency", ms: 20, every: 5 },
    { kind: "rateLimit", retryAfter: 1, every: 41 },
    { kind: "unavailable", retryAfter: 1, method: "GET", every: 43 },
    { kind: "serverError", method: "GET", every: 13 },
    { kind: "dropBefore", method: "GET", every: 17 },
    { kind: "dropAfter", method: "GET", every: 19 },
    { kind: "expiredTokens", platform: "agave", path: "/profiles", every: 37 },
    { kind: "shortPages", platform: "odm", every: 2 },
  ],
} satisfies Record<string, readonly FaultSpec[]>;

const presets: Readonly<Record<string, readonly FaultSpec[]>> = { ...ofOneKind, ...mixed };

/** The names that `presetFaults` knows. */
export const presetNames: readonly string[] = Object.keys(presets);

/** The faults of a name: one kind with gentle numbers, or a mixture. Throws `FaultError` where there is none of that name. */
export function presetFaults(name: string): readonly FaultSpec[] {
  const faults = Object.hasOwn(presets, name) ? presets[name] : undefined;
  if (faults === undefined)
    throw new FaultError(`There are no faults named "${name}": ${presetNames.join(", ")}.`);
  return faults;
}
