import * as vscode from "vscode";

type Changed = (changes: vscode.FileChangeEvent[]) => void;

/** How files are read. */
interface ReadFiles {
  stat(uri: vscode.Uri): Promise<vscode.FileStat>;
  readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]>;
  readFile(uri: vscode.Uri): Promise<Uint8Array>;
}

/** How files are written. */
type Writes = Pick<vscode.FileSystemProvider, "writeFile" | "createDirectory" | "delete" | "rename" | "copy">;

/** Loads what serves the files and does something with it. Rejects with the editor's own kinds of errors. */
type Served<Files> = <T>(serve: (files: Files) => Promise<T>) => Promise<T>;

/** Serves files to the editor under a scheme. What serves them is loaded with the first one, and is told how to tell of changes. */
export function serveFiles<Files extends ReadFiles>(
  scheme: string,
  load: (changed: Changed) => Promise<Files>,
  writes: (served: Served<Files>) => Writes,
  options: { readonly isReadonly?: true } = {},
): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  let loaded: Promise<Files> | undefined;
  const served: Served<Files> = async (serve) => {
    loaded ??= load((changes) => changed.fire(changes));
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
    ...writes(served),
  };
  return vscode.Disposable.from(
    vscode.workspace.registerFileSystemProvider(scheme, provider, { isCaseSensitive: true, ...options }),
    changed,
  );
}
