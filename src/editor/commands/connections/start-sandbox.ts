import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { startSandboxFor } from "../../sandbox/start.ts";

/** Starts the platforms on this machine, with everyone linked as of a past day, and shows the users of today. */
export async function run(host: Host): Promise<void> {
  const { running } = host.sandbox;
  if (running === undefined) await startSandboxFor(host);
  await vscode.commands.executeCommand(`${viewIdOf("users")}.focus`);
}
