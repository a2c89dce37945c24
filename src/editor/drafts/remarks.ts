import * as vscode from "vscode";
import type { TextRemark } from "../ui/ask.ts";

/** Shows what is to be said of drafts at its places, while they are written. */
export class DraftRemarks {
  readonly #shown = vscode.languages.createDiagnosticCollection("rollcall-drafts");

  show(document: vscode.TextDocument, remarks: readonly TextRemark[]): void {
    const diagnostics = remarks.map((remark) => {
      const { message, warning } = remark;
      const severity = warning ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
      const diagnostic = new vscode.Diagnostic(rangeOf(document, remark), message, severity);
      diagnostic.source = "Rollcall";
      return diagnostic;
    });
    this.#shown.set(document.uri, diagnostics);
  }

  forget(uri: vscode.Uri): void {
    this.#shown.delete(uri);
  }

  dispose(): void {
    this.#shown.dispose();
  }
}

/** Shows the first remark that keeps a text from being handed in, and selects its place. Answers whether there is one. */
export async function refused(editor: vscode.TextEditor, remarks: readonly TextRemark[]): Promise<boolean> {
  const obstacles = remarks.filter(({ warning }) => warning !== true);
  const [first] = obstacles;
  if (first === undefined) return false;
  const { start, end } = rangeOf(editor.document, first);
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(new vscode.Range(start, end));
  const others = obstacles.length - 1;
  const more = others === 0 ? "" : ` ${others} more ${others === 1 ? "is" : "are"} marked.`;
  await vscode.window.showErrorMessage(`Line ${start.line + 1}: ${first.message}${more}`);
  return true;
}

function rangeOf(document: vscode.TextDocument, { offset, length }: TextRemark): vscode.Range {
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
