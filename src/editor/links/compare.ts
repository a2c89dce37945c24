import * as vscode from "vscode";
import { openDocument } from "../documents/open.ts";
import { type DocumentReference, documentUri } from "../documents/reference.ts";

type Named = { readonly connection: string; readonly id: string; readonly label: string };

/** Opens accounts of the plan in hand side by side: two as a diff, more as a table. Nothing is read from a server. */
export async function showSideBySide(named: readonly Named[]): Promise<void> {
  const accounts = named.map(({ connection, id }) => ({ connection, id }));
  const reference: DocumentReference = { kind: "comparison", accounts };
  const [one, other] = named;
  if (named.length !== 2 || one === undefined || other === undefined) return openDocument(reference);
  const [left, right] = [one, other].map(({ connection, id }, only) =>
    documentUri({ ...reference, only }, `${connection} ${id}.txt`),
  );
  const title = `${one.connection} ${one.label} and ${other.connection} ${other.label}`;
  await vscode.commands.executeCommand("vscode.diff", left, right, title, { preview: true });
}
