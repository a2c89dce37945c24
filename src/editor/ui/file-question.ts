import { homedir } from "node:os";
import * as vscode from "vscode";
import { workspaceFolder } from "../configuration/locate.ts";
import type { FileQuestion, FilesQuestion } from "./ask.ts";

/** Lets a person choose a file to read, a place to write one, or a folder. */
export async function file({ purpose, title, action, name }: FileQuestion): Promise<string | undefined> {
  const folder = startingFolder();
  if (purpose === "write") {
    const defaultUri = vscode.Uri.joinPath(folder, name ?? "answer");
    return (await vscode.window.showSaveDialog({ title, saveLabel: action, defaultUri }))?.fsPath;
  }
  const isFolder = purpose === "folder";
  const kinds = { canSelectFolders: isFolder, canSelectFiles: !isFolder };
  const options = { title, openLabel: action, defaultUri: folder, ...kinds };
  const [found] = (await vscode.window.showOpenDialog(options)) ?? [];
  return found?.fsPath;
}

/** Lets a person choose files to read. */
export async function files({ title, action }: FilesQuestion): Promise<readonly string[] | undefined> {
  const options = { title, openLabel: action, defaultUri: startingFolder(), canSelectMany: true };
  return (await vscode.window.showOpenDialog(options))?.map(({ fsPath }) => fsPath);
}

/** The open folder on this machine, else the person's own. */
function startingFolder(): vscode.Uri {
  return vscode.Uri.file(workspaceFolder() ?? homedir());
}
