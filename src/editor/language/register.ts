import * as vscode from "vscode";
import { isConfiguration } from "../configuration/is-configuration.ts";
import type { Host } from "../host.ts";
import { filterLanguage } from "../identifiers.ts";
import { noteReadTimes } from "./read-times.ts";

/** Offers the language of SCIM filters once a document is open that may have some. */
export function registerFilterLanguage(host: Host): vscode.Disposable {
  const { workspace } = vscode;
  let serving: Promise<vscode.Disposable> | undefined;
  const serve = async () => (await import("./providers.ts")).serveFilters(host);
  const look = (document: vscode.TextDocument) => {
    if (document.languageId === filterLanguage || isConfiguration(document)) serving ??= serve();
  };
  workspace.textDocuments.forEach(look);
  return vscode.Disposable.from(noteReadTimes(host), workspace.onDidOpenTextDocument(look), {
    dispose: () => void serving?.then((served) => served.dispose()),
  });
}
