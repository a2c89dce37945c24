import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { childOf, pathText } from "../../remote-files/path.ts";
import { RemoteFileError } from "../../remote-files/remote-file-error.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { remoteUri } from "../../remote-files/uri.ts";
import { back } from "../../ui/ask.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { fileNameRemark } from "../../views/systems/file-name.ts";

const title = "New Remote File";

/** Makes an empty file in a folder and opens it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseFiles(host, given, title, "folder");
  if (folder === undefined) return;
  const name = await host.ask.input({
    id: "name",
    title,
    prompt: `The name of a new file in ${pathText(folder.path)}`,
    validate: fileNameRemark,
  });
  if (name === undefined || name === back) return;
  const path = childOf(folder.path, name);
  const files = remoteFilesOf(host);
  if ((await files.lookAgain(path)) !== undefined)
    throw new RemoteFileError("exists", `${pathText(path)} exists already.`);
  await withProgress(`making ${name}`, ({ signal }) =>
    files.upload(path, { content: new Uint8Array() }, undefined, signal),
  );
  await vscode.commands.executeCommand("vscode.open", remoteUri(path));
}
