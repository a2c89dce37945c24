import type { FilterError } from "../../../filter/error.ts";

/** What is wrong with a filter and where, for the box that it is typed in; undefined where nothing is. */
export function filterProblem(text: string, parse: (text: string) => unknown): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    if (!isFilterError(error)) throw error;
    return `Column ${error.range.start + 1}: ${error.message}`;
  }
}

function isFilterError(error: unknown): error is FilterError {
  return error instanceof Error && error.name === "FilterError";
}
