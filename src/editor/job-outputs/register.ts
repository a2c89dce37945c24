import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { outputScheme } from "../identifiers.ts";
import type { JobOutputFileSystem } from "./file-system.ts";

/** Serves what jobs have written to the editor. What serves it is loaded with the first file. */
export function registerJobOutputs(host: Host): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let loaded: Promise<JobOutputFileSystem> | undefined;
  const load = async () => {
    const { JobOutputFileSystem } = await import("./file-system.ts");
    return new JobOutputFileSystem(host, (changes) => changed.fire(changes));
  };
  const served = async <T>(serve: (outputs: JobOutputFileSystem) => Promise<T>): Promise<T> => {
    loaded ??= load();
    try {
      return await serve(await loaded);
    } catch (error) {
      const { fileSystemError } = await import("../remote-files/file-system-error.ts");
      throw fileSystemError(error);
    }
  };
  const refuse = () => {
    throw vscode.FileSystemError.NoPermissions("The outputs of jobs are only read.");
  };
  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: (uri) => served((outputs) => outputs.stat(uri)),
    readDirectory: (uri) => served((outputs) => outputs.readDirectory(uri)),
    readFile: (uri) => served((outputs) => outputs.readFile(uri)),
    writeFile: refuse,
    createDirectory: refuse,
    delete: refuse,
    rename: refuse,
  };
  const options = { isCaseSensitive: true, isReadonly: true };
  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(outputScheme, provider, options),
    changed,
  );
}
