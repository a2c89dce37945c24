import * as vscode from "vscode";
import type { RemoteEntry } from "./entry.ts";

/** What the editor wants to know of a file or folder. */
export function statOf(entry: RemoteEntry): vscode.FileStat {
  const { size, modified, isFolder, isReadonly } = entry;
  return {
    type: typeOf(entry),
    ctime: modified,
    mtime: modified,
    size,
    ...(isReadonly && !isFolder ? { permissions: vscode.FilePermission.Readonly } : {}),
  };
}

export function typeOf({ isFolder }: RemoteEntry): vscode.FileType {
  return isFolder ? vscode.FileType.Directory : vscode.FileType.File;
}
