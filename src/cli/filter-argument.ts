import type { Filter } from "scim2-parse-filter";
import { caretUnder, FilterError, type Range } from "../filter/error.ts";
import { parseFilter } from "../filter/parse.ts";
import { UsageError } from "./exit.ts";

/** A filter on the command line that cannot be used: the filter, and a caret under the place. */
export class FilterArgumentError extends UsageError {
  override readonly name = "FilterArgumentError";
  readonly code: string;
  readonly range: Range;

  constructor(text: string, error: FilterError) {
    super(`The filter is not valid: ${error.message}\n${indented(caretUnder(text, error))}`);
    this.code = error.code;
    this.range = error.range;
  }
}

/**
 * Parses a filter that was given on the command line, and makes of it what the caller needs.
 * @throws {FilterArgumentError} Where the text is no filter, or `use` finds that it cannot be used.
 */
export function readFilterArgument<Result>(text: string, use: (filter: Filter) => Result): Result {
  try {
    return use(parseFilter(text));
  } catch (error) {
    throw error instanceof FilterError ? new FilterArgumentError(text, error) : error;
  }
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
