import type * as vscode from "vscode";
import { configurationFileName } from "../identifiers.ts";
import { workspaceConfigurationFile } from "./locate.ts";

/** Whether a document is a rollcall.jsonc on disk. */
export function isConfiguration({ uri }: vscode.TextDocument): boolean {
  if (uri.scheme !== "file") return false;
  return uri.path.endsWith(`/${configurationFileName}`) || uri.fsPath === workspaceConfigurationFile();
}
