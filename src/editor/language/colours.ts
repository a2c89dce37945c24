import * as vscode from "vscode";
import type { TokenRole } from "../../filter/lex.ts";
import { parseTolerant } from "../../filter/parse.ts";
import type { Host } from "../host.ts";
import { filtersOf } from "./filters.ts";

/** The kinds of tokens that filters are coloured by. */
export const colourLegend = new vscode.SemanticTokensLegend(["property", "keyword", "string", "number"]);

/** The editor's kind of token for what a word of a filter is. Brackets and what is wrong keep the string's colour. */
const kinds: Readonly<Partial<Record<TokenRole, string>>> = {
  attribute: "property",
  operator: "keyword",
  keyword: "keyword",
  string: "string",
  number: "number",
  constant: "number",
};

/** Colours the filters inside the strings of a rollcall.jsonc. */
export async function colours(host: Host, document: vscode.TextDocument): Promise<vscode.SemanticTokens> {
  const builder = new vscode.SemanticTokensBuilder(colourLegend);
  const filters = await filtersOf(host, document);
  const tokens = filters.flatMap((filter) =>
    parseTolerant(filter.text).tokens.flatMap((token) => {
      const kind = kinds[token.role];
      return kind === undefined ? [] : [{ range: filter.rangeOf(token), kind }];
    }),
  );
  for (const { range, kind } of tokens.toSorted((one, other) => one.range.start.compareTo(other.range.start)))
    if (range.isSingleLine) builder.push(range, kind);
  return builder.build();
}
