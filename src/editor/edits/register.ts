import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { editScheme } from "./address.ts";
import type { EditFiles } from "./files.ts";

/** Serves the editable documents. What serves them is loaded with the first one. */
export function registerEdits(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let loaded: Promise<EditFiles> | undefined;
  const load = async () => {
    const { editFiles } = await import("./edit-files.ts");
    const files = editFiles(host);
    files.onDidChangeFile((events) => changed.fire(events));
    return files;
  };
  const files = () => {
    loaded ??= load();
    return loaded;
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => (await files()).stat(uri),
    readFile: async (uri) => (await files()).readFile(uri),
    writeFile: async (uri, content) => (await files()).writeFile(uri, content),
    readDirectory: () => [],
    createDirectory: () => refuse("There are no folders here."),
    delete: () => refuse("Delete it in its view."),
    rename: () => refuse("Rename it in its view."),
  };
  const registration = vscode.workspace.registerFileSystemProvider(editScheme, provider, {
    isCaseSensitive: true,
  });
  return vscode.Disposable.from(registration, changed);
}

function refuse(message: string): never {
  throw vscode.FileSystemError.NoPermissions(message);
}
