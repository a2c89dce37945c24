import * as vscode from "vscode";

/** Files that exist in memory alone, by their paths. What is saved in the editor comes here and never to a disk. */
export class MemoryFiles implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #contents = new Map<string, { readonly bytes: Uint8Array; readonly time: number }>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const { bytes, time } = this.#find(uri);
    return { type: vscode.FileType.File, ctime: time, mtime: time, size: bytes.length };
  }

  readFile(uri: vscode.Uri): Uint8Array {
    return this.#find(uri).bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.#contents.set(uri.path, { bytes, time: Date.now() });
  }

  delete(uri: vscode.Uri): void {
    this.#contents.delete(uri.path);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions("Drafts have no folders.");
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions("Drafts keep their names.");
  }

  #find(uri: vscode.Uri): { readonly bytes: Uint8Array; readonly time: number } {
    const found = this.#contents.get(uri.path);
    if (found === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return found;
  }
}
