import { basename } from "node:path";
import * as vscode from "vscode";
import { uploadOf } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import type { Handle } from "../../tree/handle.ts";
import type { RemoteFileSubject } from "./subjects.ts";
import { type UploadedFile, uploadFiles } from "./upload.ts";

/** Uploads what is dropped on a folder: files of this machine, of the browser, or of the workspace. */
export async function dropFiles(
  host: Host,
  target: Handle | undefined,
  transfer: vscode.DataTransfer,
): Promise<void> {
  const subject = target?.node.subject as RemoteFileSubject | undefined;
  if (subject?.kind !== "remoteFile" || !subject.isFolder) {
    const message = "Drop files on a folder of a system.";
    await host.ask.offer({ id: "noFolder", level: "information", message, actions: [] });
    return;
  }
  await uploadFiles(host, subject.path, await filesIn(transfer));
}

async function filesIn(transfer: vscode.DataTransfer): Promise<readonly UploadedFile[]> {
  const list = await transfer.get("text/uri-list")?.asString();
  const uris = (list ?? "").split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (uris.length > 0) return uris.map((uri) => fileAt(vscode.Uri.parse(uri)));
  const dropped = [...transfer].flatMap(([, item]) => item.asFile() ?? []);
  return dropped.map((file) => ({ name: file.name, open: async () => ({ content: await file.data() }) }));
}

function fileAt(uri: vscode.Uri): UploadedFile {
  const name = basename(uri.path);
  if (uri.scheme === "file") return { name, open: () => uploadOf(uri.fsPath) };
  return { name, open: async () => ({ content: await vscode.workspace.fs.readFile(uri) }) };
}
