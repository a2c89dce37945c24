import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { editScheme } from "./address.ts";
import { changedEdits } from "./changed.ts";

/** Serves the documents whose save writes to a platform. What does it is loaded with the first of them. */
export function registerEdits(host: Host): vscode.Disposable {
  const load = async () => (await import("./edit-files.ts")).editFiles(host);
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions("This is done in its view.");
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changedEdits.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => (await load()).stat(uri),
    readFile: async (uri) => (await load()).readFile(uri),
    writeFile: async (uri, content) => (await load()).writeFile(uri, content),
    readDirectory: () => [],
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  return vscode.workspace.registerFileSystemProvider(editScheme, provider, { isCaseSensitive: true });
}
