import type { Filter } from "scim2-parse-filter";
import { FilterError } from "../filter/error.ts";
import { parseFilter } from "../filter/parse.ts";
import { TextArgumentError } from "./text-argument.ts";

/**
 * Parses a filter that was given on the command line, and makes of it what the caller needs.
 * @throws {TextArgumentError} Where the text is no filter, or `use` finds that it cannot be used.
 */
export function readFilterArgument<Result>(text: string, use: (filter: Filter) => Result): Result {
  try {
    return use(parseFilter(text));
  } catch (error) {
    throw error instanceof FilterError ? new TextArgumentError("filter", text, error) : error;
  }
}
