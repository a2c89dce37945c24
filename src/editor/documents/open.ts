import * as vscode from "vscode";
import { accountLabel } from "../../identity/account.ts";
import type { Known } from "./known.ts";
import { prepareText } from "./prepared.ts";
import { type DocumentReference, documentUri } from "./reference.ts";
import { renderKnown } from "./render.ts";
import { renewed } from "./renewed.ts";

/** Opens a read-only document beside what is open, as a preview. `known` is what is at hand for it already. */
export async function openDocument(reference: DocumentReference, known: Known = {}): Promise<void> {
  const uri = documentUri(reference, documentName(reference, known));
  const text = renderKnown(reference, known);
  const open = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  if (text !== undefined) prepareText(uri, text);
  if (open) renewed.fire(uri);
  await vscode.window.showTextDocument(uri, { preview: true });
}

function documentName(reference: DocumentReference, { account, judgements, resource }: Known): string {
  switch (reference.kind) {
    case "account":
      return `${account === undefined ? reference.id : accountLabel(account)} (${reference.connection}).json`;
    case "comparison":
      return "Candidates.txt";
    case "content":
    case "difference":
      return reference.title;
    case "edit":
      return `${reference.edit.id} (${reference.edit.connection}).json`;
    case "explanation":
      return `${judgements?.[0]?.person ?? reference.key}.txt`;
    case "probe":
      return `Probe of ${reference.connection}.txt`;
    case "problem":
      return `${reference.problem.title}.txt`;
    case "change":
      return `${reference.change} (${reference.side}).json`;
    case "person":
      return `${reference.key}.md`;
    case "matches":
      return `${reference.holds ? "Matches" : "Others"} (${reference.connection}).jsonl`;
    case "plan":
      return `Plan ${reference.plan.slice(0, 8)}.json`;
    case "report":
      return `Report of run ${reference.run}.md`;
    case "resource":
      return `${resource?.name ?? reference.id} (${reference.connection}).json`;
    case "text":
      return reference.title ?? "Text.txt";
    case "run":
      return `Run ${reference.run.slice(0, 8)}.json`;
  }
}
