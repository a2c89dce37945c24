import type { Parameter } from "../../operation.ts";

const limit = {
  name: "limit",
  type: "integer",
  help: "Most to answer; 100 unless given, and the server takes 250 at most.",
} as const satisfies Parameter;

const offset = {
  name: "offset",
  type: "integer",
  help: "How many to pass over.",
} as const satisfies Parameter;

/** The parameters that turn pages. */
export const page = [limit, offset] as const;

/** The parameters that turn pages in Abaco, which knows the offset as `skip`. */
export const abacoPage = [
  { ...limit, help: "Most to answer; 100 unless given." },
  { ...offset, sentAs: "skip" },
] as const;

/** Further fields to search a collection by. */
export const search = {
  name: "search",
  type: "map",
  help: "Fields to search by, such as status.eq=FINISHED or name.like=*sim*; fields that the server does not know are ignored.",
} as const satisfies Parameter;

/** The fields wanted in the answer. */
export const filter = {
  name: "filter",
  type: "list",
  help: "Fields wanted in the answer, such as id,name; * for all that there are, also in lists.",
} as const satisfies Parameter;

/** Pages of a collection whose fields can be chosen. */
export const collection = [...page, filter] as const;

export const username = {
  name: "username",
  type: "string",
  required: true,
  help: "The user's name.",
} as const satisfies Parameter;

/** What most rows share, by the kind of request. */
export const reads = {
  method: "GET",
  answers: "json",
  repeatable: true,
  writes: false,
  from: "seed",
} as const;

/** Makes something new each time. */
export const adds = {
  method: "POST",
  answers: "json",
  repeatable: false,
  writes: true,
  from: "seed",
} as const;

/** Leaves the same state however often it is sent. */
export const sets = { ...adds, repeatable: true } as const;

/** Not repeated by itself, because the second request would be told that there is nothing. */
export const removes = {
  method: "DELETE",
  answers: "json",
  repeatable: false,
  writes: true,
  from: "seed",
} as const;

/** A JSON body under the name that the document gives it. */
export function jsonBody<const Type extends string>(type: Type, example?: unknown) {
  return { encoding: "json", required: true, type, ...(example === undefined ? {} : { example }) } as const;
}
