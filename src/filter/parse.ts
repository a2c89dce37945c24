import type { Filter } from "scim2-parse-filter";
import { Cursor } from "./cursor.ts";
import { FilterError, type Range } from "./error.ts";
import { lex, type StepCounter, type Token } from "./lex.ts";
import { Parser, type ParserOptions } from "./parser.ts";
import type { NodeRange, NodeRanges } from "./ranges.ts";
import { rememberSource, sourceOf } from "./source.ts";
import { attributesIn } from "./walk.ts";

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
 * Parses a filter (RFC 7644 section 3.4.2.2, figure 1) in time linear in its length.
 * @throws {FilterError} The first error in the order of the text, and nothing else.
 */
export function parseFilter(text: string, options: ParseOptions = {}): Filter {
  const { filter, errors } = read(text, options);
  if (filter && errors.length === 0) return filter;
  throw errors[0] ?? new FilterError("empty", "The filter is empty.", { start: 0, end: text.length });
}

/** Parses as much of a filter as can be understood, and finds all its errors. Never throws. */
export function parseTolerant(text: string, options: ParseOptions = {}): TolerantResult {
  const ranges: NodeRanges = new Map();
  const { filter, errors, tokens } = read(text, options, ranges);
  const rangeOf = (node: object) => {
    const range = ranges.get(node);
    return range && { start: range.start, end: range.end };
  };
  return { ...(filter && { filter }), errors, tokens: tokens.slice(0, -1), rangeOf };
}

interface Reading {
  readonly filter?: Filter | undefined;
  readonly errors: readonly FilterError[];
  readonly tokens: readonly Token[];
}

function read(text: string, options: ParseOptions, ranges?: NodeRanges): Reading {
  if (text.length > longestFilter) return { errors: [tooLong(text)], tokens: [] };
  const errors: FilterError[] = [];
  const report = (error: () => FilterError) => {
    if (errors.length < mostErrors) errors.push(error());
  };
  const { dialect, counter } = options;
  const tokens = lex(text, report, counter);
  const filter = new Parser(new Cursor(tokens, report, { counter, ranges }), options).parse();
  if (errors.length > 1) errors.sort((one, other) => one.range.start - other.range.start);
  if (filter) rememberSource(filter, { text, dialect });
  return { filter, errors, tokens };
}

/**
 * Where the expressions and value paths of a filter stand in the text that it was parsed from, in the order of `attributesIn`. Empty
 * for a filter that was made otherwise, or changed since.
 */
export function expressionRanges(filter: Filter): readonly NodeRange[] {
  const source = sourceOf(filter);
  if (!source) return [];
  const ranges: NodeRanges = new Map();
  const again = read(source.text, source.dialect ? { dialect: source.dialect } : {}, ranges).filter;
  if (!again || JSON.stringify(filter) !== JSON.stringify(again)) return [];
  return attributesIn(again).flatMap(({ node }) => ranges.get(node) ?? []);
}

function tooLong(text: string): FilterError {
  const message = `The filter has ${text.length} characters; more than ${longestFilter} are not read.`;
  return new FilterError("tooLong", message, { start: longestFilter, end: text.length });
}
