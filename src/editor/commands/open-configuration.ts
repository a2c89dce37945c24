import * as vscode from "vscode";
import type { Host } from "../host.ts";

/** Opens rollcall.jsonc, at its first problem where it has any. */
export async function run(host: Host): Promise<void> {
  const state = await host.configuration.state();
  if (!("file" in state)) {
    const message = "There is no rollcall.jsonc to open. Add a connection to make one.";
    await host.ask.offer({ id: "noConfiguration", level: "information", message, actions: [] });
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(state.file));
  const problem = state.kind === "broken" ? state.problems[0] : undefined;
  const selection =
    problem === undefined
      ? {}
      : {
          selection: new vscode.Range(
            document.positionAt(problem.offset),
            document.positionAt(problem.offset + problem.length),
          ),
        };
  await vscode.window.showTextDocument(document, { preview: false, ...selection });
}
