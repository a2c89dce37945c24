import type { Filter } from "scim2-parse-filter";
import * as vscode from "vscode";
import { compileFilter } from "../../filter/compile.ts";
import { filterErrors } from "../../filter/language/problems.ts";
import { splitInWords } from "../../filter/language/split.ts";
import { parseFilter } from "../../filter/parse.ts";
import type { Host } from "../host.ts";
import { serverDialects } from "./dialects.ts";
import { type DocumentFilter, filtersOf } from "./filters.ts";
import { type UsersInHand, usersInHand } from "./in-hand.ts";

/** Behind each filter over users, how many match of those in hand and what a server would be sent of it. Nothing is read for it. */
export async function hintsIn(
  host: Host,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<readonly vscode.InlayHint[]> {
  if (!vscode.workspace.getConfiguration("rollcall", document.uri).get("filterHints", true)) return [];
  const filters = (await filtersOf(host, document)).filter(({ end }) => range.contains(end));
  const inHand = filters.length === 0 ? undefined : await usersInHand(host, document);
  return filters.flatMap((filter) => hintOf(filter, inHand) ?? []);
}

function hintOf(filter: DocumentFilter, inHand: UsersInHand | undefined): vscode.InlayHint | undefined {
  if (filter.role === "when" || filter.text.trim() === "") return undefined;
  if (filterErrors(filter.text, filter.check).some(({ code }) => code !== "unknownAttribute"))
    return undefined;
  const parsed = parseFilter(filter.text);
  const split = splitInWords(parsed, serverDialects[filter.schema.platform ?? "scim"]);
  const texts = [...(inHand ? [countText(parsed, inHand)] : []), ...(filter.role === "file" ? [split] : [])];
  if (texts.length === 0) return undefined;
  const part = new vscode.InlayHintLabelPart(texts.join(" · "));
  if (inHand)
    part.command = {
      command: "rollcall.testFilter",
      title: "Test Filter",
      arguments: [inHand.connection, filter.text],
    };
  const hint = new vscode.InlayHint(filter.end, [part]);
  hint.paddingLeft = true;
  hint.tooltip =
    filter.role === "file"
      ? "Nothing was read for this."
      : `Nothing was read for this. A reconciliation reads every user and evaluates this filter here, so that nobody is missed. As the filter of a list it would be ${split}.`;
  return hint;
}

function countText(filter: Filter, { users, said }: UsersInHand): string {
  const matches = compileFilter(filter);
  const matching = users.filter(({ attributes }) => matches(attributes)).length;
  return `matches ${matching.toLocaleString("en")} of ${users.length.toLocaleString("en")} ${said}`;
}
