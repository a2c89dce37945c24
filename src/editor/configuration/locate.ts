import { isAbsolute, join } from "node:path";
import * as vscode from "vscode";
import { configurationFileName } from "../identifiers.ts";

/** Absolute path of the folder that a new configuration goes into; undefined where no folder on disk is open. */
export function workspaceFolder(): string | undefined {
  return vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === "file")?.uri.fsPath;
}

/** Absolute path of the workspace's configuration, whether or not it exists; undefined where no folder on disk is open. */
export function workspaceConfigurationFile(): string | undefined {
  const folder = workspaceFolder();
  const setting = vscode.workspace
    .getConfiguration("rollcall")
    .get<string>("configurationFile", configurationFileName);
  if (isAbsolute(setting)) return setting;
  return folder === undefined ? undefined : join(folder, setting);
}
