/** A search that a service refuses. The message is the one that it answers with 400. */
export class SearchError extends Error {
  override readonly name = "SearchError";
}

/** A field that a collection can be searched and sorted by. Dates are milliseconds since 1970; null is no value. */
export type SearchField<T> =
  | { readonly type: "text"; readonly of: (item: T) => string | null }
  | { readonly type: "number" | "date"; readonly of: (item: T) => number | null }
  | { readonly type: "boolean"; readonly of: (item: T) => boolean };

/** The fields of a collection, by their names in lower case. */
export type SearchFields<T> = Readonly<Record<string, SearchField<T>>>;

type Value = string | number | boolean | null;
type Test = (value: Value, wanted: readonly Value[]) => boolean;

const compare = (left: Value, right: Value): number => {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [String(left ?? ""), String(right ?? "")];
  return a < b ? -1 : Number(a > b);
};

const first =
  (test: (order: number) => boolean): Test =>
  (value, [wanted = null]) =>
    value !== null && test(compare(value, wanted));

const isOneOf: Test = (value, wanted) => wanted.some((each) => compare(value, each) === 0);

const isLike: Test = (value, [wanted = null]) => {
  const pattern = String(wanted)
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/[*%]/g, ".*");
  return new RegExp(`^${pattern}$`, "s").test(String(value ?? ""));
};

const matchesExpression: Test = (value, [wanted = null]) => {
  try {
    return new RegExp(String(wanted), "s").test(String(value ?? ""));
  } catch {
    throw new SearchError(`Invalid regular expression: ${wanted}`);
  }
};

const second = 1000;
const day = 86_400_000;

const within =
  (length: number): Test =>
  (value, [wanted = null]) =>
    typeof value === "number" &&
    typeof wanted === "number" &&
    Math.floor(value / length) === Math.floor(wanted / length);

const operators: Readonly<Record<string, Test>> = {
  eq: isOneOf,
  neq: (value, wanted) => !isOneOf(value, wanted),
  lt: first((order) => order < 0),
  lte: first((order) => order <= 0),
  gt: first((order) => order > 0),
  gte: first((order) => order >= 0),
  before: first((order) => order < 0),
  after: first((order) => order > 0),
  in: isOneOf,
  nin: (value, wanted) => !isOneOf(value, wanted),
  like: isLike,
  nlike: (value, wanted) => !isLike(value, wanted),
  rlike: matchesExpression,
  on: within(day),
  between: (value, [low = null, high = null]) =>
    value !== null && compare(value, low) >= 0 && compare(value, high) <= 0,
};

const lists = new Set(["in", "nin", "between"]);

/**
 * The items that satisfy every `field.operator=value` of a query (`eq` without an operator), compared without case.
 * Fields that are not known are passed over, as the services do it. Throws `SearchError` for an operator that is not
 * known, a value that cannot be read, and for a boolean that is asked for anything but `eq` and `neq`.
 */
export function searchItems<T>(
  items: readonly T[],
  query: URLSearchParams,
  fields: SearchFields<T>,
): readonly T[] {
  const tests = [...query].flatMap(([key, text]) => {
    const { field, operator } = splitKey(key.toLowerCase(), fields);
    return field === undefined ? [] : [testFor(key, field, operator, text)];
  });
  return items.filter((item) => tests.every((test) => test(item)));
}

/**
 * The items in the order that `orderBy` and `order` ask for: `sortBy`, the greatest first, without them.
 * Throws `SearchError` for a field or an order that is not known.
 */
export function sortItems<T>(
  items: readonly T[],
  query: URLSearchParams,
  fields: SearchFields<T>,
  sortBy: string,
): readonly T[] {
  const name = (query.get("orderBy") ?? sortBy).toLowerCase();
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (field === undefined) throw new SearchError(`Invalid sort field: ${query.get("orderBy")}`);
  const order = (query.get("order") ?? "DESC").toUpperCase();
  if (order !== "ASC" && order !== "DESC") throw new SearchError(`Invalid order: ${query.get("order")}`);
  const sorted = [...items].sort((left, right) => compare(fold(field.of(left)), fold(field.of(right))));
  return order === "ASC" ? sorted : sorted.reverse();
}

function splitKey<T>(key: string, fields: SearchFields<T>) {
  if (Object.hasOwn(fields, key)) return { field: fields[key], operator: "eq" };
  const dot = key.lastIndexOf(".");
  const name = key.slice(0, Math.max(0, dot));
  return { field: Object.hasOwn(fields, name) ? fields[name] : undefined, operator: key.slice(dot + 1) };
}

function testFor<T>(
  key: string,
  field: SearchField<T>,
  operator: string,
  text: string,
): (item: T) => boolean {
  const test = Object.hasOwn(operators, operator) ? operators[operator] : undefined;
  if (test === undefined) throw new SearchError(`Unknown search operator in ${key}`);
  if (field.type === "boolean" && operator !== "eq" && operator !== "neq") {
    throw new SearchError(`Boolean fields can only be searched with eq and neq: ${key}`);
  }
  const parts = lists.has(operator) ? text.split(",") : [text];
  const exact = field.type === "date" && operator === "eq" ? within(second) : test;
  const wanted = parts.map((part) => readValue(key, field.type, part));
  return (item) => exact(fold(field.of(item)), wanted);
}

const fold = (value: Value): Value => (typeof value === "string" ? value.toLowerCase() : value);

function readValue(key: string, type: SearchField<never>["type"], text: string): Value {
  const trimmed = text.trim();
  if (type === "text") return trimmed.toLowerCase();
  if (type === "boolean") return /^(true|1)$/i.test(trimmed);
  const value = type === "date" && !/^\d+$/.test(trimmed) ? readDate(trimmed) : Number(trimmed);
  if (trimmed === "" || Number.isNaN(value)) throw new SearchError(`Invalid value for ${key}: ${text}`);
  return value;
}

/** A date as ISO 8601 or another form that dates are written in, or as a phrase of one word. */
function readDate(text: string): number {
  const phrases: Readonly<Record<string, number>> = { now: 0, today: 0, yesterday: -day, tomorrow: day };
  const shift = phrases[text.toLowerCase()];
  return shift === undefined ? Date.parse(text) : Date.now() + shift;
}
