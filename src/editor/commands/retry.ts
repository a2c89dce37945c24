import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { FailureSubject } from "../tree/failure.ts";
import { givenHandle, givenSubject } from "./given.ts";

/** Tries again what ended in an error item: its command where it names one, else the load of the items around it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const handle = givenHandle(given);
  const subject = givenSubject<FailureSubject>(given, "failure");
  if (handle === undefined || subject === undefined) return;
  if (subject.retry !== undefined) await vscode.commands.executeCommand(subject.retry);
  else await host.views.get(handle.view)?.retry(handle);
}
