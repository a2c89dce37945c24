import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { chooseFailure } from "../../tree/choose-failure.ts";

/** Tries again what ended in an error item: its command where it names one, else the load of the items around it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const failure = await chooseFailure(host, given, "Retry");
  if (failure === undefined) return;
  const { handle, subject } = failure;
  if (subject.retry !== undefined) await vscode.commands.executeCommand(subject.retry);
  else await host.views.get(handle.view)?.retry(handle);
}
