import * as vscode from "vscode";
import { reportMarkdown } from "../../../session/report-markdown.ts";
import { prepareText } from "../../documents/prepared.ts";
import { documentUri } from "../../documents/reference.ts";
import { renewed } from "../../documents/renewed.ts";
import type { Host } from "../../host.ts";
import { chooseRun } from "../../views/reconciliation/choose-run.ts";

/** Opens a page on how a run ended: the selected one, or one that the person picks. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const id = await chooseRun(host, given, {
    title: "Open Report",
    fits: () => true,
    none: "There are no runs yet: nothing was applied.",
  });
  if (id === undefined) return;
  const text = reportMarkdown((await host.sessions.get()).report(id));
  const uri = documentUri({ kind: "report", run: id }, `Report of run ${id}.md`);
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString(),
  );
  prepareText(uri, text);
  if (isOpen) renewed.fire(uri);
  await vscode.commands.executeCommand("markdown.showPreview", uri);
}
