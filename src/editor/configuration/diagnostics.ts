import * as vscode from "vscode";
import type { ConfigurationProblem } from "../../config/problem.ts";
import { isConfiguration } from "./is-configuration.ts";

/** What the editor's own JSON checks mark already. */
const markedByEditor: ReadonlySet<ConfigurationProblem["code"]> = new Set(["syntax"]);

/** Marks the problems of every open rollcall.jsonc as it is edited, once the workspace is trusted. */
export function registerDiagnostics(): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("rollcall");
  const check = (document: vscode.TextDocument) => void checkDocument(collection, document);
  const checkAll = () => vscode.workspace.textDocuments.forEach(check);
  checkAll();
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidGrantWorkspaceTrust(checkAll),
  );
}

async function checkDocument(
  collection: vscode.DiagnosticCollection,
  document: vscode.TextDocument,
): Promise<void> {
  if (!vscode.workspace.isTrusted || !isConfiguration(document)) return;
  const { parseConfiguration } = await import("../../config/load.ts");
  if (document.isClosed) return;
  const { problems } = parseConfiguration(document.getText(), document.uri.fsPath);
  const ours = problems.filter(({ code }) => !markedByEditor.has(code));
  collection.set(
    document.uri,
    ours.map((problem) => diagnostic(document, problem)),
  );
}

function diagnostic(document: vscode.TextDocument, problem: ConfigurationProblem): vscode.Diagnostic {
  const range = new vscode.Range(
    document.positionAt(problem.offset),
    document.positionAt(problem.offset + problem.length),
  );
  const shown = new vscode.Diagnostic(range, problem.message, vscode.DiagnosticSeverity.Error);
  shown.source = "Rollcall";
  shown.code = problem.code;
  return shown;
}
