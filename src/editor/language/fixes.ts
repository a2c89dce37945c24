import * as vscode from "vscode";
import { straightenFilter } from "../../filter/language/layout.ts";
import { filterErrors } from "../../filter/language/problems.ts";
import type { Host } from "../host.ts";
import { type DocumentFilter, filtersOf } from "./filters.ts";

/** What can be done about the filters in a range: a fix for each error that has one, and Format Filter. */
export async function actionsIn(
  host: Host,
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics, only }: vscode.CodeActionContext,
): Promise<readonly vscode.CodeAction[]> {
  const filters = (await filtersOf(host, document)).filter(
    (filter) => whole(filter).intersection(range) !== undefined,
  );
  return filters.flatMap((filter) => [
    ...(wants(only, vscode.CodeActionKind.QuickFix) ? fixes(document, filter, range, diagnostics) : []),
    ...(wants(only, vscode.CodeActionKind.RefactorRewrite) ? formatting(document, filter) : []),
  ]);
}

function wants(only: vscode.CodeActionKind | undefined, kind: vscode.CodeActionKind): boolean {
  return only === undefined || only.contains(kind);
}

function fixes(
  document: vscode.TextDocument,
  filter: DocumentFilter,
  range: vscode.Range,
  diagnostics: readonly vscode.Diagnostic[],
): readonly vscode.CodeAction[] {
  return filterErrors(filter.text, filter.check).flatMap(({ fix, range: place }) => {
    const marked = filter.rangeOf(place);
    if (!fix || !marked.intersection(range)) return [];
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.edit = replacement(document, filter.rangeOf(fix.range), filter.written(fix.text));
    action.diagnostics = diagnostics.filter((diagnostic) => diagnostic.range.isEqual(marked));
    action.isPreferred = true;
    return [action];
  });
}

function formatting(document: vscode.TextDocument, filter: DocumentFilter): readonly vscode.CodeAction[] {
  const text = filter.role === "file" ? undefined : straightenFilter(filter.text);
  if (text === undefined || text === filter.text) return [];
  const action = new vscode.CodeAction("Format Filter", vscode.CodeActionKind.RefactorRewrite);
  action.edit = replacement(document, whole(filter), filter.written(text));
  return [action];
}

function whole(filter: DocumentFilter): vscode.Range {
  return filter.rangeOf({ start: 0, end: filter.text.length });
}

function replacement({ uri }: vscode.TextDocument, range: vscode.Range, text: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, text);
  return edit;
}
