import * as vscode from "vscode";
import { filterErrors } from "../../filter/language/problems.ts";
import type { Host } from "../host.ts";
import { filtersOf } from "./filters.ts";

/** What is wrong with a filter file. Nothing is said of an empty one; an attribute that SCIM does not have may be the server's own. */
export async function marksOf(
  host: Host,
  document: vscode.TextDocument,
): Promise<readonly vscode.Diagnostic[]> {
  if (document.getText().trim() === "") return [];
  return (await filtersOf(host, document)).flatMap((filter) =>
    filterErrors(filter.text, filter.check).map(({ message, range, code }) => {
      const isGuess = code === "unknownAttribute";
      const severity = isGuess ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Error;
      const mark = new vscode.Diagnostic(filter.rangeOf(range), message, severity);
      mark.source = "Rollcall";
      mark.code = code;
      return mark;
    }),
  );
}
