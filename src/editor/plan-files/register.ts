import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { documentScheme, planLanguage } from "../identifiers.ts";

/** What a plan file begins with, as Rollcall writes it. */
const beginning = /^\s*\{\s*"version":\s*\d+,\s*"id":\s*"[0-9a-f]+",\s*"target":/;

/**
 * Registers what plan files have: outline, hover, remarks, and lenses to review and apply them. A JSON file of any name that begins as
 * plans do is one. All of it is loaded when the first plan file is opened.
 */
export function registerPlanFiles(host: Host): vscode.Disposable {
  const selector = { language: planLanguage };
  const collection = vscode.languages.createDiagnosticCollection("rollcall-plan");
  const check = async (document: vscode.TextDocument) => {
    if (document.languageId !== planLanguage) return;
    const { diagnosticsOf } = await import("./providers.ts");
    const diagnostics = await diagnosticsOf(host, document);
    if (!document.isClosed && document.languageId === planLanguage) collection.set(document.uri, diagnostics);
  };
  const open = (document: vscode.TextDocument) => {
    const isOwn = document.uri.scheme === documentScheme;
    const isPlan = document.languageId === "json" && !isOwn && beginning.test(document.getText(firstLines));
    if (!isPlan) return check(document);
    return vscode.languages.setTextDocumentLanguage(document, planLanguage);
  };
  const checkAll = () => vscode.workspace.textDocuments.forEach(open);
  checkAll();
  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(open),
    vscode.workspace.onDidChangeTextDocument(({ document }) => check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
    host.configuration.onDidChange(checkAll),
    host.reconciliation.onDidChange(checkAll),
    vscode.languages.registerDocumentSymbolProvider(selector, {
      provideDocumentSymbols: async (document) => (await import("./providers.ts")).symbolsOf(document),
    }),
    vscode.languages.registerHoverProvider(selector, {
      provideHover: async (document, position) =>
        (await import("./providers.ts")).hoverOf(document, position),
    }),
    vscode.languages.registerCodeLensProvider(selector, {
      provideCodeLenses: async (document) => (await import("./providers.ts")).lensesOf(document),
    }),
  );
}

const firstLines = new vscode.Range(0, 0, 4, 0);
