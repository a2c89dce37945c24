import * as vscode from "vscode";

/** Tells the editor which of the editable documents are to be read again. */
export const changedEdits = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
