import * as vscode from "vscode";

/** Documents whose texts are to be made again. */
export const renewed = new vscode.EventEmitter<vscode.Uri>();
