import type { Filter } from "scim2-parse-filter";
import { printFilter } from "../print.ts";
import { type Dialect, splitFilter } from "../pushdown.ts";

/** What a server evaluates of filters. */
export interface ServerDialects {
  /** Whatever it is like. */
  readonly certain: Dialect;
  /** Where it compares strings without regard to case, which only asking it can tell. */
  readonly folding?: Dialect;
}

/** Which part of a filter a server is sent and which is left to evaluate here, in words. Without dialects, it is sent nothing. */
export function splitInWords(filter: Filter, dialects: ServerDialects | undefined): string {
  if (!dialects) return wordsFor(filter, undefined);
  const certain = wordsFor(filter, dialects.certain);
  const folding = dialects.folding && wordsFor(filter, dialects.folding);
  return folding === undefined || folding === certain
    ? certain
    : `${folding} (where the server turns out to tell capitals from small letters, ${certain})`;
}

function wordsFor(filter: Filter, dialect: Dialect | undefined): string {
  const { server, residual } = dialect ? splitFilter(filter, dialect) : { residual: filter };
  if (!server) return "evaluated here";
  if (!residual) return `sent to the server: ${printFilter(server)}`;
  return `sent to the server: ${printFilter(server)}; evaluated here: ${printFilter(residual)}`;
}
