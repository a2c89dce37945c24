import type { Parameter } from "../operation.ts";

/** Parameters of lists in SCIM (RFC 7644 section 3.4.2.4), shared by the tables of all SCIM servers. */
export const startIndex = {
  name: "startIndex",
  alias: "start_index",
  type: "integer",
  help: "1-based index of the first one wanted.",
} as const satisfies Parameter;

export const count = {
  name: "count",
  type: "integer",
  help: "Most wanted in one page; the server may lower it.",
} as const satisfies Parameter;

const accept = "application/scim+json";

/** What most rows of a SCIM table share, by the kind of request. */
export const reads = {
  method: "GET",
  answers: "json",
  accept,
  repeatable: true,
  writes: false,
} as const;

export const creates = {
  method: "POST",
  answers: "json",
  accept,
  repeatable: false,
  writes: true,
} as const;

export const patches = {
  method: "PATCH",
  answers: "json",
  accept,
  repeatable: false,
  writes: true,
} as const;

export const removes = {
  method: "DELETE",
  answers: "nothing",
  accept,
  repeatable: false,
  writes: true,
} as const;

/** A JSON body under the name that the platform's document gives it. */
export function jsonBody<const Type extends string>(type: Type, example?: unknown) {
  return { encoding: "json", required: true, type, ...(example === undefined ? {} : { example }) } as const;
}
