import type { ActorCase } from "./records.ts";
import { spell, toSnake } from "./reply.ts";

type Item = Readonly<Record<string, unknown>>;
type Test = (value: unknown, wanted: string) => boolean;

/** Numbers by size, everything else as text, without case. */
function compare(value: unknown, wanted: string): number {
  if (typeof value === "number") return value - Number(wanted);
  const [left, right] = [String(value).toLowerCase(), wanted.toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

const listed = (text: string): readonly string[] =>
  text
    .replace(/^\[|\]$/g, "")
    .split(",")
    .map((part) => part.trim().replace(/^["']|["']$/g, ""));

const equals: Test = (value, wanted) => compare(value, wanted) === 0;
const isIn: Test = (value, wanted) => listed(wanted).some((each) => equals(value, each));
const contains: Test = (value, wanted) => String(value).toLowerCase().includes(wanted.toLowerCase());

const operators: Readonly<Record<string, Test>> = {
  eq: equals,
  neq: (value, wanted) => !equals(value, wanted),
  lt: (value, wanted) => compare(value, wanted) < 0,
  lte: (value, wanted) => compare(value, wanted) <= 0,
  gt: (value, wanted) => compare(value, wanted) > 0,
  gte: (value, wanted) => compare(value, wanted) >= 0,
  in: isIn,
  nin: (value, wanted) => !isIn(value, wanted),
  like: contains,
  nlike: (value, wanted) => !contains(value, wanted),
  between: (value, wanted) => {
    const [low = "", high = ""] = listed(wanted);
    return compare(value, low) >= 0 && compare(value, high) <= 0;
  },
};

const notFields = new Set(["x-nonce", "skip", "limit"]);
const defaultLimit = 100;

/** Whether a request asks for a search, which any parameter does that is no nonce. */
export function isSearch(query: URLSearchParams): boolean {
  return [...query.keys()].some((name) => name !== "x-nonce");
}

/**
 * What a search finds: `{_metadata, search}`. `skip` and `limit` (100 without it, unbounded) page, `search` and
 * `exactsearch` look through all values, and every other parameter asks for a field, so one that is on no item finds
 * nothing. Names may be spelt either way.
 */
export function searchResult(items: readonly Item[], query: URLSearchParams, spelling: ActorCase): Item {
  const wanted = [...query].filter(([name]) => !notFields.has(name));
  const found = items.filter((item) => wanted.every(([name, text]) => fits(item, name, text, spelling)));
  const skip = wholeNumber(query.get("skip"), 0);
  const limit = wholeNumber(query.get("limit"), defaultLimit);
  const shown = found.slice(skip, skip + limit);
  const metadata = {
    total_count: found.length,
    records_skipped: skip,
    record_limit: limit,
    count_returned: shown.length,
  };
  return { _metadata: spell(spelling, metadata), search: shown };
}

function fits(item: Item, name: string, text: string, spelling: ActorCase): boolean {
  if (name === "search") return text.split(/\s+/).some((word) => hasText(item, word));
  if (name === "exactsearch") return hasText(item, text.replace(/^"|"$/g, ""));
  const [field = "", operator = "eq"] = name.split(".");
  const [key] = Object.keys(spell(spelling, { [toSnake(field)]: null }));
  if (key === undefined || !Object.hasOwn(item, key) || !Object.hasOwn(operators, operator)) return false;
  return operators[operator]?.(item[key], text) ?? false;
}

const hasText = (item: Item, text: string): boolean =>
  Object.values(item).some((value) => typeof value === "string" && contains(value, text));

function wholeNumber(text: string | null, fallback: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : fallback;
}
