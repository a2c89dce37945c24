import * as vscode from "vscode";
import type { Host } from "../../host.ts";

/** Opens rollcall.jsonc, or its links file where that has the problems, at its first problem where it has any. */
export async function run(host: Host): Promise<void> {
  const state = await host.configuration.state();
  if (!("file" in state)) {
    const message = "There is no rollcall.jsonc to open. Add a connection to make one.";
    await host.ask.offer({ id: "noConfiguration", level: "information", message, actions: [] });
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(state.file));
  const selection = await firstProblem(host, document);
  await vscode.window.showTextDocument(document, { preview: false, ...(selection ? { selection } : {}) });
}

async function firstProblem(host: Host, document: vscode.TextDocument): Promise<vscode.Range | undefined> {
  const { problemsIn } = await import("../../configuration/problems.ts");
  const [problem] = (await problemsIn(document, host.configuration)) ?? [];
  if (problem === undefined) return undefined;
  const { offset, length } = problem;
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + length));
}
