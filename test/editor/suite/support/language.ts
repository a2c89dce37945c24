import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import * as vscode from "vscode";
import { eventually } from "./rollcall.ts";

const connections =
  '"connections": { "odm": { "platform": "odm", "url": "https://odm.example.org" }, "tacc": { "platform": "agave", "url": "https://tacc.example.org" } }';

/** A configuration with more in its `reconcile` section. */
export function configuration(more: string): string {
  return `{\n  ${connections},\n  "reconcile": {\n    "target": "odm", "sources": ["tacc"], "match": [{ "target": "userName", "source": "tacc.username" }],\n    ${more}\n  }\n}\n`;
}

/** Opens a file with a text; `|` is where the cursor is said to be. */
export async function open(file: string, marked: string) {
  const at = marked.indexOf("|");
  const text = marked.replace("|", "");
  await writeFile(file, text);
  const document = await eventually(async () => {
    const read = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
    assert.equal(read.getText(), text);
    return read;
  });
  await vscode.window.showTextDocument(document);
  return { document, uri: document.uri, position: document.positionAt(Math.max(0, at)) };
}

export function ours(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Rollcall");
}

/** The labels of what Rollcall proposes at a place; the editor itself proposes words and snippets. */
export async function proposed(uri: vscode.Uri, position: vscode.Position): Promise<readonly string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    "vscode.executeCompletionItemProvider",
    uri,
    position,
  );
  return items
    .filter(({ sortText }) => /^\d{4}$/.test(sortText ?? ""))
    .map(({ label }) => (typeof label === "string" ? label : label.label));
}

/** Takes the fix of that title for a stretch of a document. */
export async function fix(document: vscode.TextDocument, text: string, title: string): Promise<void> {
  const start = document.positionAt(document.getText().indexOf(text));
  const range = new vscode.Range(start, document.positionAt(document.offsetAt(start) + text.length));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
  );
  const action = actions.find((each) => each.title === title);
  assert.ok(action?.edit, actions.map((each) => each.title).join(" / "));
  await vscode.workspace.applyEdit(action.edit);
}

/** What is said of the place in a document that is pointed at. */
export async function saidAt(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    "vscode.executeHoverProvider",
    uri,
    position,
  );
  const said = hovers.flatMap(({ contents }) =>
    contents.map((each) => (each as vscode.MarkdownString).value),
  );
  return said.join("\n");
}
