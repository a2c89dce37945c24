import * as vscode from "vscode";
import { prepareText } from "../documents/prepared.ts";
import { documentUri } from "../documents/reference.ts";
import { renewed } from "../documents/renewed.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { editReference } from "./address.ts";
import type { EditConflict } from "./edit-conflict.ts";
import { fieldsOfText } from "./read-text.ts";
import { textOf } from "./text.ts";
import { type Fields, mergeChanges } from "./three-way.ts";

/** The documents, as far as a conflict touches them. */
interface Files {
  baseOf(uri: vscode.Uri): Fields | undefined;
  rebase(uri: vscode.Uri, now: Fields): void;
}

/** Shows a document beside what the platform has now, and does what the person chooses. Nothing is written before. */
export async function settleConflict(
  host: Host,
  files: Files,
  uri: vscode.Uri,
  { theirs, conflicts }: EditConflict,
): Promise<void> {
  const reference = editReference(uri);
  const { connection } = reference;
  const left = documentUri({ kind: "edit", edit: reference }, `${connection} now.json`);
  prepareText(left, textOf(theirs));
  renewed.fire(left);
  await vscode.commands.executeCommand("vscode.diff", left, uri, `${connection} now ↔ yours`);
  const overwrite = "Overwrite";
  const take = "Use the Server's";
  const answer = await host.ask.offer({
    id: "conflict",
    level: "warning",
    message: `${conflicts.join(", ")} was changed on ${connection} since you opened it. On the left is what it has now, on the right what you wrote.`,
    actions: [overwrite, take],
  });
  try {
    if (answer === overwrite) await saveOver(files, uri, theirs);
    if (answer === take) await revertTo(files, uri, theirs);
  } catch (error) {
    const { message } = describeProblem(error);
    await host.ask.offer({ id: "problem", level: "error", message, actions: [] });
  }
}

/** Writes what the person changed over what is there now, and nothing else: what others changed besides stays. */
async function saveOver(files: Files, uri: vscode.Uri, theirs: Fields): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { merged } = mergeChanges(files.baseOf(uri) ?? theirs, fieldsOfText(document.getText()), theirs);
  files.rebase(uri, theirs);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), textOf(merged));
  await vscode.workspace.applyEdit(edit);
  if (await document.save()) await closeComparison(uri);
}

async function revertTo(files: Files, uri: vscode.Uri, theirs: Fields): Promise<void> {
  files.rebase(uri, theirs);
  await vscode.window.showTextDocument(uri, { preview: false });
  await vscode.commands.executeCommand("workbench.action.files.revert");
  await closeComparison(uri);
}

async function closeComparison(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === uri.toString(),
    );
  await vscode.window.tabGroups.close(tabs);
}
