import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { RemoteEntry } from "./entry.ts";
import { pathText, type RemotePath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";
import type { RemoteFiles } from "./remote-files.ts";
import { remoteUri } from "./uri.ts";

/** The largest file that is opened in the editor, in bytes. */
const largest = 50 * 1024 * 1024;

/** A file's whole content. Rejects with a `RemoteFileError` for a folder, and for a file that is too large for it, which is offered to be downloaded. */
export async function readContent(
  host: Host,
  files: RemoteFiles,
  path: RemotePath,
  { isFolder, size }: RemoteEntry,
): Promise<Uint8Array> {
  if (isFolder) throw new RemoteFileError("isFolder", `${pathText(path)} is a folder.`);
  if (size > largest) throw tooLarge(host, path);
  const { content, cancel } = await files.download(path);
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of content) {
    length += piece.length;
    if (length > largest) {
      await cancel();
      throw tooLarge(host, path);
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

function tooLarge(host: Host, path: RemotePath): RemoteFileError {
  const message = `${pathText(path)} is larger than ${largest / 1024 / 1024} MB, so it is not opened here. Download it instead.`;
  void offerDownload(host, path, message);
  return new RemoteFileError("unsettled", message);
}

async function offerDownload(host: Host, path: RemotePath, message: string): Promise<void> {
  const download = "Download…";
  const answer = await host.ask.offer({ id: "tooLarge", level: "information", message, actions: [download] });
  if (answer === download) await vscode.commands.executeCommand("rollcall.downloadFile", remoteUri(path));
}
