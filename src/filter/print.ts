import type { Compare, Filter } from "scim2-parse-filter";
import { FilterError } from "./error.ts";
import { parsePath } from "./path.ts";

/**
 * The canonical text of a filter: one space between tokens, operators in lower case, parentheses only where the tree needs them.
 * Parsing it gives the same tree again, and a parsed text is printed the same however often it goes round.
 * @throws {FilterError} `unprintable`, for a tree that no text stands for: `and` or `or` of nothing, a number that JSON does not
 * have, a path that is none.
 */
export function printFilter(filter: Filter): string {
  switch (filter.op) {
    case "or":
      return joined(filter.filters, " or ", (part) => (part.op === "or" ? grouped(part) : printFilter(part)));
    case "and":
      return joined(filter.filters, " and ", (part) =>
        part.op === "or" || part.op === "and" ? grouped(part) : printFilter(part),
      );
    case "not":
      return `not ${grouped(filter.filter)}`;
    case "[]":
      return `${printPath(filter.attrPath)}[${printFilter(filter.valFilter)}]`;
    case "pr":
      return `${printPath(filter.attrPath)} pr`;
    default:
      return `${printPath(filter.attrPath)} ${filter.op} ${printLiteral(filter.compValue)}`;
  }
}

/** A literal as JSON writes it (RFC 8259). Minus zero keeps its sign, so that it is read again as what it was. */
export function printLiteral(value: Compare["compValue"]): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw unprintable(`the number ${value}`);
  return Object.is(value, -0) ? "-0" : JSON.stringify(value);
}

function grouped(filter: Filter): string {
  return `(${printFilter(filter)})`;
}

function joined(filters: readonly Filter[], word: string, print: (filter: Filter) => string): string {
  if (filters.length === 0) throw unprintable(`${word.trim()} of nothing`);
  return filters.map(print).join(word);
}

function printPath(path: string): string {
  if (!parsePath(path)) throw unprintable(`the attribute ${JSON.stringify(path)}`);
  return path;
}

function unprintable(what: string): FilterError {
  return new FilterError("unprintable", `No filter text can say ${what}.`, { start: 0, end: 0 });
}
