import type * as vscode from "vscode";

const texts = new Map<string, string>();

/** Keeps a text until its document is opened. */
export function prepareText(uri: vscode.Uri, text: string): void {
  texts.set(uri.toString(), text);
}

/** The text that was kept for a document, once. */
export function takeText(uri: vscode.Uri): string | undefined {
  const text = texts.get(uri.toString());
  texts.delete(uri.toString());
  return text;
}
