import { homedir } from "node:os";
import * as vscode from "vscode";
import type { FileQuestion } from "./ask.ts";

/** Lets a person choose a file to read, or a place to write one. */
export async function file({ purpose, title, action, name }: FileQuestion): Promise<string | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file(homedir());
  if (purpose === "write") {
    const defaultUri = vscode.Uri.joinPath(folder, name ?? "answer");
    return (await vscode.window.showSaveDialog({ title, saveLabel: action, defaultUri }))?.fsPath;
  }
  const [found] =
    (await vscode.window.showOpenDialog({ title, openLabel: action, defaultUri: folder })) ?? [];
  return found?.fsPath;
}
