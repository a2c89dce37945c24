import type { ResourceFilter } from "../../resources/local-filter.ts";
import type { Remark } from "../../ui/ask.ts";

/** What a field of a search holds. */
export type SearchFieldType = "text" | "number" | "date" | "boolean";

/** How a collection of Agave is searched. */
export interface SearchDialect {
  /** The fields that the server knows; it passes over all others, which would list everything. */
  readonly fields: Readonly<Record<string, SearchFieldType>>;
  /** All values that a field may have, where the server takes no others. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  readonly operators: readonly string[];
  /** What a word without a field is sent as. */
  readonly word: (word: string) => readonly [key: string, value: string];
  readonly example: string;
}

/** Operators of the collections of Agave (SearchTerm.java). */
export const agaveOperators = [
  "eq",
  "neq",
  "lt",
  "lte",
  "gt",
  "gte",
  "in",
  "nin",
  "like",
  "nlike",
  "rlike",
  "between",
  "on",
  "before",
  "after",
] as const;

/** A filter in the words of the server's own search: `field=value` or `field.operator=value`, all of which have to hold. */
export function searchFilter(dialect: SearchDialect): ResourceFilter {
  const names = Object.keys(dialect.fields);
  return {
    prompt: `field=value or field.operator=value, all of which have to hold; fields: ${names.join(", ")}. Empty lists everything.`,
    placeholder: dialect.example,
    remark(text) {
      for (const term of termsOf(text)) {
        const remark = remarkOn(dialect, term);
        if (remark !== undefined) return remark;
      }
      return undefined;
    },
  };
}

/** What the operation's `search` takes for a filter as it was typed. */
export function searchOf({ word }: SearchDialect, filter: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    termsOf(filter).map(({ key, value }) => (key === undefined ? word(value) : [key, value])),
  );
}

/** One condition of a filter: `name="first light"`. */
export function termText(key: string, value: string): string {
  return /^[^\s"]+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`;
}

interface Term {
  readonly key: string | undefined;
  readonly value: string;
}

/** Terms are separated by spaces; quotes hold a value together. */
function termsOf(text: string): readonly Term[] {
  return [...text.matchAll(/(?:([^\s="]+)=)?(?:"([^"]*)"?|([^\s"]+))/g)].map(([, key, quoted, word]) => ({
    key,
    value: quoted ?? word ?? "",
  }));
}

function remarkOn({ fields, values, operators }: SearchDialect, { key, value }: Term): Remark | undefined {
  if (key === undefined) return undefined;
  const { field, operator } = split(fields, key);
  const type = fields[field];
  if (type === undefined)
    return {
      message: `The server has no field ${field}, and would list everything. Fields: ${Object.keys(fields).join(", ")}.`,
    };
  if (!operators.includes(operator))
    return { message: `There is no operator ${operator}. Operators: ${operators.join(", ")}.` };
  if (type === "boolean" && !/^(true|false)$/i.test(value)) return { message: `${field} is true or false.` };
  if (type === "boolean" && operator !== "eq" && operator !== "neq")
    return { message: `${field} can only be compared with eq and neq.` };
  if (type === "number" && value.split(",").some((each) => each === "" || Number.isNaN(Number(each))))
    return { message: `${field} is a number.` };
  const unknown = values?.[field] && exact.has(operator) ? unknownOf(values[field], value) : undefined;
  if (unknown !== undefined)
    return { message: `${field} is never ${unknown}. It is one of ${values?.[field]?.join(", ")}.` };
  return undefined;
}

/** Operators that compare with whole values. */
const exact: ReadonlySet<string> = new Set(["eq", "neq", "in", "nin"]);

/** The first of some values, separated by commas, that there cannot be. */
function unknownOf(possible: readonly string[], value: string): string | undefined {
  return value.split(",").find((each) => !possible.includes(each.trim().toUpperCase()));
}

/** Field names may hold full stops themselves, as in `storage.host`. */
function split(fields: SearchDialect["fields"], key: string): { field: string; operator: string } {
  if (Object.hasOwn(fields, key)) return { field: key, operator: "eq" };
  const stop = key.lastIndexOf(".");
  if (stop < 1) return { field: key, operator: "eq" };
  return { field: key.slice(0, stop), operator: key.slice(stop + 1).toLowerCase() };
}
