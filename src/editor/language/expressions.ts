import * as vscode from "vscode";
import { type ExpressionPlace, expressionPlaces } from "../../config/expression-places.ts";
import { JsonString } from "../../config/json-string.ts";
import { TextDocument } from "../../config/text-document.ts";
import type { Range } from "../../filter/error.ts";
import { completeExpression } from "../../identity/mapping/complete.ts";
import { isExpression } from "../../identity/mapping/expression.ts";
import { helpInExpression } from "../../identity/mapping/help.ts";
import { readExpression } from "../../identity/mapping/parse.ts";
import { isConfiguration } from "../configuration/is-configuration.ts";

/** What can be written at a position, where that is in a text that says where a value comes from. */
export function completeInExpressions(
  document: vscode.TextDocument,
  position: vscode.Position,
): readonly vscode.CompletionItem[] {
  const found = placeAt(document, position);
  if (!found) return [];
  const { place, offset } = found;
  const proposed = completeExpression(place.string.text, offset, place.attributes);
  return proposed.map(({ kind, label, insertText, range, detail }, index) => {
    const item = new vscode.CompletionItem(
      label,
      kind === "function" ? vscode.CompletionItemKind.Function : vscode.CompletionItemKind.Property,
    );
    item.detail = detail;
    item.range = rangeIn(document, place, range);
    item.insertText = insertText;
    item.sortText = String(index).padStart(4, "0");
    return item;
  });
}

/** What the word at a position means, where that is in such a text. */
export function hoverInExpressions(
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const found = placeAt(document, position);
  if (!found) return undefined;
  const { place, offset } = found;
  const help = helpInExpression(place.string.text, offset, place.attributes);
  if (!help) return undefined;
  return new vscode.Hover(
    new vscode.MarkdownString(help.paragraphs.join("\n\n")),
    rangeIn(document, place, help.range),
  );
}

/** A fix for each mistake of the expressions in a range that has one. */
export function fixesInExpressions(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics, only }: vscode.CodeActionContext,
): readonly vscode.CodeAction[] {
  if (only && !only.contains(vscode.CodeActionKind.QuickFix)) return [];
  return placesIn(document)
    .filter(({ string }) => isExpression(string.text))
    .flatMap((place) =>
      readExpression(place.string.text).errors.flatMap(({ fix, range: wrong }) => {
        const marked = rangeIn(document, place, wrong);
        if (!fix || !marked.intersection(range)) return [];
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, rangeIn(document, place, fix.range), JsonString.escaped(fix.text));
        action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.range.isEqual(marked));
        action.isPreferred = true;
        return [action];
      }),
    );
}

function placesIn(document: vscode.TextDocument): readonly ExpressionPlace[] {
  if (!isConfiguration(document) || !vscode.workspace.isTrusted) return [];
  return expressionPlaces(new TextDocument(document.getText()));
}

function placeAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): { readonly place: ExpressionPlace; readonly offset: number } | undefined {
  for (const place of placesIn(document)) {
    const offset = place.string.fromFile(document.offsetAt(position));
    if (offset !== undefined) return { place, offset };
  }
  return undefined;
}

function rangeIn(
  document: vscode.TextDocument,
  { string }: ExpressionPlace,
  { start, end }: Range,
): vscode.Range {
  return new vscode.Range(document.positionAt(string.toFile(start)), document.positionAt(string.toFile(end)));
}
