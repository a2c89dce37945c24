import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { remoteUri } from "../remote-files/uri.ts";

/** Opens remote files in editors, whose saves go to the system. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title: "Open Remote File", wanted: "file" });
  const preview = items.length === 1;
  for (const { path } of items)
    await vscode.commands.executeCommand("vscode.open", remoteUri(path), { preview });
}
