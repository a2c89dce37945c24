import type { Upload } from "../../../platforms/content.ts";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { childOf, nameOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { RemoteFileError } from "../../remote-files/remote-file-error.ts";
import { type RemoteFiles, remoteFilesOf } from "../../remote-files/remote-files.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { withViewProgress } from "../../ui/progress.ts";

/** Something to upload, by its name. */
export interface UploadedFile {
  readonly name: string;
  /** Rejects where it cannot be read, which keeps the others from nothing. */
  readonly open: () => Promise<Pick<Upload, "content" | "length">>;
}

/** Uploads files into a folder. Where some of their names are there already, one question says which would be overwritten. */
export async function uploadFiles(
  host: Host,
  folder: RemotePath,
  files: readonly UploadedFile[],
): Promise<void> {
  if (files.length === 0) return;
  const remote = remoteFilesOf(host);
  const entries = await withViewProgress(viewIdOf("systems"), () => remote.list(folder));
  const present = new Set(entries.flatMap(({ name, isFolder }) => (isFolder ? [] : [name])));
  const items = files.map((file) => ({
    ...file,
    connection: folder.connection,
    path: childOf(folder, file.name),
  }));
  const overwritten = items.filter(({ name }) => present.has(name));
  if (overwritten.length > 0) {
    const mayOverwrite = await confirmed(host, overwritten, {
      id: "overwrite",
      verb: "Overwrite",
      one: "file",
      detailOf: ({ path }) => pathText(path),
      consequence: "What is in them now is lost.",
    });
    if (!mayOverwrite) return;
  }
  const approved = new Set(overwritten.map(({ name }) => name));
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => nameOf(path),
    doing: "uploading",
    done: "uploaded",
    one: "file",
    run: ({ path, open }, signal) => upload(remote, path, open, approved, signal),
  });
}

/** What was approved to be overwritten may be so once: of two files with one name, the second is refused. */
async function upload(
  remote: RemoteFiles,
  path: RemotePath,
  open: UploadedFile["open"],
  approved: Set<string>,
  signal: AbortSignal,
): Promise<void> {
  const content = await open();
  const before = await remote.lookAgain(path, signal);
  if (before?.isFolder) throw new RemoteFileError("isFolder", `${pathText(path)} is a folder.`);
  if (before !== undefined && !approved.delete(nameOf(path)))
    throw new RemoteFileError(
      "exists",
      `${pathText(path)} has come to be there meanwhile. Upload it again to overwrite it.`,
    );
  await remote.upload(path, content, before, signal);
}
