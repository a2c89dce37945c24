import type { Filter } from "scim2-parse-filter";
import { Cursor } from "./cursor.ts";
import { FilterError, type Range } from "./error.ts";
import { lex, type StepCounter, type Token } from "./lex.ts";
import { Parser, type ParserOptions } from "./parser.ts";
import { rangesOf } from "./ranges.ts";

/** The longest filter that is read, in UTF-16 code units. */
export const longestFilter = 64 * 1024;

/** How many errors are collected from one text; the rest is left for when these are put right. */
export const mostErrors = 100;

export interface ParseOptions extends ParserOptions {
  /** Counts the work done, for tests. */
  readonly counter?: StepCounter;
}

/** What could be understood of a text that may be half typed. */
export interface TolerantResult {
  /** The parts that were understood; undefined where there are none. */
  readonly filter?: Filter;
  /** Everything that is wrong, in the order of the text. The filter is the one that was written only where this is empty. */
  readonly errors: readonly FilterError[];
  /** The tokens with their roles, without spaces and without the end. */
  readonly tokens: readonly Token[];
  /** Where a node of the filter stands in the text. */
  readonly rangeOf: (node: object) => Range | undefined;
}

/**
 * Parses a filter (RFC 7644 section 3.4.2.2; section 3.4.2.2 figure 1 for the grammar) in time linear in its length.
 * Where its nodes stand in the text can be asked of `rangesOf`.
 * @throws {FilterError} The first error in the order of the text, and nothing else.
 */
export function parseFilter(text: string, options: ParseOptions = {}): Filter {
  const { filter, errors } = parseTolerant(text, options);
  if (filter && errors.length === 0) return filter;
  throw errors[0] ?? new FilterError("empty", "The filter is empty.", { start: 0, end: text.length });
}

/** Parses as much of a filter as can be understood, and finds all its errors. Never throws. */
export function parseTolerant(text: string, options: ParseOptions = {}): TolerantResult {
  if (text.length > longestFilter) return { errors: [tooLong(text)], tokens: [], rangeOf };
  const errors: FilterError[] = [];
  const report = (error: FilterError) => {
    if (errors.length < mostErrors) errors.push(error);
  };
  const tokens = lex(text, report, options.counter);
  const filter = new Parser(new Cursor(tokens, report, options.counter), options).parse();
  errors.sort((one, other) => one.range.start - other.range.start);
  return { ...(filter && { filter }), errors, tokens: tokens.slice(0, -1), rangeOf };
}

function rangeOf(node: object): Range | undefined {
  const range = rangesOf(node);
  return range && { start: range.start, end: range.end };
}

function tooLong(text: string): FilterError {
  const message = `The filter has ${text.length} characters; more than ${longestFilter} are not read.`;
  return new FilterError("tooLong", message, { start: longestFilter, end: text.length });
}
