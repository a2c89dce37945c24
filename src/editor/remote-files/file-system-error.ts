import * as vscode from "vscode";
import { describeProblem } from "../problem.ts";
import { RemoteFileError } from "./remote-file-error.ts";

type Make = (message: string) => vscode.FileSystemError;

const makers: Readonly<Record<string, Make>> = {
  notFound: vscode.FileSystemError.FileNotFound,
  exists: vscode.FileSystemError.FileExists,
  isFolder: vscode.FileSystemError.FileIsADirectory,
  noFolder: vscode.FileSystemError.FileNotADirectory,
  refused: vscode.FileSystemError.NoPermissions,
  forbidden: vscode.FileSystemError.NoPermissions,
  unauthorised: vscode.FileSystemError.NoPermissions,
};

/** Puts anything thrown into the editor's own kinds of errors, with what happened and what to do. */
export function fileSystemError(error: unknown): vscode.FileSystemError {
  if (error instanceof vscode.FileSystemError) return error;
  const { kind, message, advice } = describeProblem(error);
  const make =
    makers[error instanceof RemoteFileError ? error.kind : kind] ?? vscode.FileSystemError.Unavailable;
  return make([message, advice].filter(Boolean).join(" "));
}
