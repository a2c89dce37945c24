import * as vscode from "vscode";
import type { EditReference } from "./editable.ts";

/** Scheme of the documents whose save writes to a platform. */
export const editScheme = "rollcall-edit";

/** The address of an editable document. `name` is what its tab says. */
export function editUri(reference: EditReference, name: string): vscode.Uri {
  const path = `/Edit ${name.replaceAll(/[\\/?#]/g, "_")} (${reference.connection}).json`;
  return vscode.Uri.from({ scheme: editScheme, path, query: JSON.stringify(reference) });
}

/** What the document at an address is about. */
export function editReference(uri: vscode.Uri): EditReference {
  return JSON.parse(uri.query) as EditReference;
}
