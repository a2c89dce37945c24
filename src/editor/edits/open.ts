import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { editScheme, editUri } from "./address.ts";
import { editFiles } from "./edit-files.ts";
import type { EditReference } from "./editable.ts";

/** Opens an editor on something; saving it writes what was changed. Rejects where it is gone or cannot be edited. */
export async function openEdit(host: Host, reference: EditReference, name: string): Promise<void> {
  const wanted = editUri(reference, name);
  const open = vscode.workspace.textDocuments.find(
    ({ uri }) => uri.scheme === editScheme && uri.query === wanted.query,
  );
  const uri = open?.uri ?? wanted;
  await editFiles(host).renew(uri);
  await vscode.window.showTextDocument(uri, { preview: false });
}
