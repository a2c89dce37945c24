import * as vscode from "vscode";
import { layOutFilter } from "../../filter/language/layout.ts";

/** Lays a filter file out. One with errors stays as it is. */
export function format(document: vscode.TextDocument): readonly vscode.TextEdit[] {
  const text = document.getText();
  const laidOut = layOutFilter(text);
  if (laidOut === undefined || `${laidOut}\n` === text) return [];
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(text.length));
  return [vscode.TextEdit.replace(whole, `${laidOut}\n`)];
}
