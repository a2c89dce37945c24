import * as vscode from "vscode";

/** The kinds of tokens that filters are coloured by. */
export const colourLegend = new vscode.SemanticTokensLegend(["property", "keyword", "string", "number"]);
