import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { askNewPath } from "../remote-files/names.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { remoteUri } from "../remote-files/uri.ts";
import { withViewProgress } from "../ui/progress.ts";

const title = "New Remote File";

/** Makes an empty file in a folder and opens it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseRemoteItems(host, given, { title, wanted: "folder" });
  if (folder === undefined) return;
  const path = await askNewPath(host, { title, folder: folder.path, prompt: "A name for the file" });
  if (path === undefined) return;
  await withViewProgress(viewIdOf("systems"), () =>
    remoteFilesOf(host).upload(path, { content: new Uint8Array() }, undefined),
  );
  await vscode.commands.executeCommand("vscode.open", remoteUri(path));
}
