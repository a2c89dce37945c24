import type { Filter } from "scim2-parse-filter";
import { FilterError } from "../error.ts";
import { parseFilter } from "../parse.ts";
import { printFilter } from "../print.ts";

/** The longest line that is not broken, in UTF-16 code units. */
const longestLine = 100;

/**
 * The canonical text of a filter, on one line where it fits and else with a line for each part of `and` and `or`.
 * Undefined for a text that is no filter.
 */
export function layOutFilter(text: string): string | undefined {
  const filter = parsed(text);
  return filter && linesOf(filter, "").join("\n");
}

/** The canonical text of a filter on one line. Undefined for a text that is no filter. */
export function straightenFilter(text: string): string | undefined {
  const filter = parsed(text);
  return filter && printFilter(filter);
}

function parsed(text: string): Filter | undefined {
  try {
    return parseFilter(text);
  } catch (error) {
    if (error instanceof FilterError) return undefined;
    throw error;
  }
}

function linesOf(filter: Filter, indent: string): readonly string[] {
  const line = indent + printFilter(filter);
  if (line.length <= longestLine) return [line];
  switch (filter.op) {
    case "and":
    case "or":
      return filter.filters.flatMap((part, index) => {
        const lead = index === 0 ? "" : `${filter.op} `;
        const isGroup = part.op === "or" || part.op === filter.op;
        return isGroup ? grouped(part, indent, lead) : led(linesOf(part, indent), indent, lead);
      });
    case "not":
      return grouped(filter.filter, indent, "not ");
    default:
      return [line];
  }
}

function grouped(filter: Filter, indent: string, lead: string): readonly string[] {
  const line = `${indent}${lead}(${printFilter(filter)})`;
  if (line.length <= longestLine) return [line];
  return [`${indent}${lead}(`, ...linesOf(filter, `${indent}  `), `${indent})`];
}

function led([first = "", ...rest]: readonly string[], indent: string, lead: string): readonly string[] {
  return [`${indent}${lead}${first.slice(indent.length)}`, ...rest];
}
