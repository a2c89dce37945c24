import * as vscode from "vscode";
import type { Host } from "../../host.ts";

/** Opens rollcall.jsonc, at its first problem where it has any. */
export async function run(host: Host): Promise<void> {
  const state = await host.configuration.state();
  if (!("file" in state)) {
    const message = "There is no rollcall.jsonc to open. Add a connection to make one.";
    await host.ask.offer({ id: "noConfiguration", level: "information", message, actions: [] });
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(state.file));
  const selection = await firstProblem(document);
  await vscode.window.showTextDocument(document, { preview: false, ...(selection ? { selection } : {}) });
}

async function firstProblem(document: vscode.TextDocument): Promise<vscode.Range | undefined> {
  const { parseConfiguration } = await import("../../../config/load.ts");
  const [problem] = parseConfiguration(document.getText(), document.uri.fsPath).problems;
  if (problem === undefined) return undefined;
  const { offset, length } = problem;
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
