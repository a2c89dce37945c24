import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { remoteScheme } from "../identifiers.ts";
import type { RemoteFileSystem } from "./file-system.ts";

/** Serves the files of Agave's systems to the editor. What serves them is loaded with the first one. */
export function registerRemoteFiles(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let loaded: Promise<RemoteFileSystem> | undefined;
  const load = async () => {
    const { RemoteFileSystem } = await import("./file-system.ts");
    return new RemoteFileSystem(host, (changes) => changed.fire(changes));
  };
  const served = async <T>(serve: (files: RemoteFileSystem) => Promise<T>): Promise<T> => {
    loaded ??= load();
    try {
      return await serve(await loaded);
    } catch (error) {
      const { fileSystemError } = await import("./file-system-error.ts");
      throw fileSystemError(error);
    }
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => served((files) => files.stat(uri)),
    readDirectory: (uri) => served((files) => files.readDirectory(uri)),
    readFile: (uri) => served((files) => files.readFile(uri)),
    writeFile: (uri, content, options) => served((files) => files.writeFile(uri, content, options)),
    createDirectory: (uri) => served((files) => files.createDirectory(uri)),
    delete: (uri, options) => served((files) => files.delete(uri, options)),
    rename: (from, to, options) => served((files) => files.rename(from, to, options)),
    copy: (from, to, options) => served((files) => files.copy(from, to, options)),
  };
  const registration = vscode.workspace.registerFileSystemProvider(remoteScheme, provider, {
    isCaseSensitive: true,
  });
  return vscode.Disposable.from(registration, changed);
}
