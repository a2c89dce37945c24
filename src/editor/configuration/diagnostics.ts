import * as vscode from "vscode";
import type { ConfigurationProblem } from "../../config/problem.ts";
import { linksFileName } from "../identifiers.ts";
import { isConfiguration } from "./is-configuration.ts";
import type { ConfigurationStore } from "./store.ts";

/** What the editor's own JSON checks mark already. */
const markedByEditor: ReadonlySet<ConfigurationProblem["code"]> = new Set(["syntax"]);

/** Marks the problems of every open rollcall.jsonc and links file as it is edited, once the workspace is trusted. */
export function registerDiagnostics(store: ConfigurationStore): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection("rollcall");
  const check = (document: vscode.TextDocument) => void checkDocument(collection, document, store);
  const checkAll = () => vscode.workspace.textDocuments.forEach(check);
  checkAll();
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(check),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    vscode.workspace.onDidGrantWorkspaceTrust(checkAll),
    store.onDidChange(checkAll),
  );
}

async function checkDocument(
  collection: vscode.DiagnosticCollection,
  document: vscode.TextDocument,
  store: ConfigurationStore,
): Promise<void> {
  if (!vscode.workspace.isTrusted || !isOurs(document, store)) return;
  const { problemsIn } = await import("./problems.ts");
  const problems = await problemsIn(document, store);
  if (document.isClosed || problems === undefined) return;
  const ours = problems.filter(({ code }) => !markedByEditor.has(code));
  collection.set(
    document.uri,
    ours.map((problem) => diagnostic(document, problem)),
  );
}

function isOurs(document: vscode.TextDocument, { linksFile }: ConfigurationStore): boolean {
  return isConfiguration(document) || isLinksFile(document, linksFile);
}

/** The links file that the configuration names, or one by its usual name. */
function isLinksFile({ uri }: vscode.TextDocument, linksFile: string | undefined): boolean {
  return uri.scheme === "file" && (uri.path.endsWith(`/${linksFileName}`) || uri.fsPath === linksFile);
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
