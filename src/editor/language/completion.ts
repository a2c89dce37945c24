import * as vscode from "vscode";
import { type Completion, completeFilter } from "../../filter/complete.ts";
import { readStrings } from "../../identity/values.ts";
import type { Host } from "../host.ts";
import { type DocumentFilter, filterAt } from "./filters.ts";
import { usersInHand } from "./in-hand.ts";

/** Of how many users values are looked at, and how many are proposed. */
const mostUsers = 2000;
const mostValues = 50;

const kinds: Readonly<Record<Completion["kind"], vscode.CompletionItemKind>> = {
  attribute: vscode.CompletionItemKind.Property,
  operator: vscode.CompletionItemKind.Operator,
  keyword: vscode.CompletionItemKind.Keyword,
  value: vscode.CompletionItemKind.Value,
};

/** What can be written at a position, where that is inside a filter. */
export async function complete(
  host: Host,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const found = await filterAt(host, document, position);
  if (!found) return [];
  const { filter, offset } = found;
  const seen = filter.role === "when" ? undefined : await seenValues(host, document);
  const proposed = completeFilter(filter.text, offset, filter.schema.attributes, seen);
  return proposed.map((completion, index) => item(filter, completion, index));
}

function item(
  filter: DocumentFilter,
  { label, insertText, range, kind, detail }: Completion,
  index: number,
): vscode.CompletionItem {
  const proposed = new vscode.CompletionItem(label, kinds[kind]);
  proposed.detail = detail;
  proposed.range = filter.rangeOf(range);
  proposed.insertText = filter.written(insertText);
  proposed.filterText = filter.written(label);
  proposed.sortText = String(index).padStart(4, "0");
  return proposed;
}

/** The values that the users in hand have in an attribute. Nothing is read for it. */
async function seenValues(
  host: Host,
  document: vscode.TextDocument,
): Promise<(path: string) => readonly string[]> {
  const users = (await usersInHand(host, document))?.users.slice(0, mostUsers) ?? [];
  return (path) => {
    const values = new Set(users.flatMap((user) => readStrings(user, path)));
    return [...values].slice(0, mostValues);
  };
}
