import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { remoteUri } from "../../remote-files/uri.ts";
import { makeNew } from "../../views/systems/make-new.ts";

/** Makes an empty file in a folder and opens it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const path = await makeNew(host, given, {
    title: "New Remote File",
    one: "file",
    make: (files, at, signal) => files.upload(at, { content: new Uint8Array() }, undefined, signal),
  });
  if (path !== undefined) await vscode.commands.executeCommand("vscode.open", remoteUri(path));
}
