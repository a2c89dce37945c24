import type { Upload } from "../../platforms/content.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { confirmationOf } from "../resources/confirmation.ts";
import { workOnEach } from "../resources/work-on-each.ts";
import { withViewProgress } from "../ui/progress.ts";
import { childOf, pathText, type RemotePath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";
import { type RemoteFiles, remoteFilesOf } from "./remote-files.ts";

/** A file that is to be sent. */
export interface LocalFile {
  readonly name: string;
  /** Rejects where it cannot be read. */
  readonly open: () => Promise<Pick<Upload, "content" | "length">>;
}

/** Sends files into a folder, one after the other, after one question that names those that are written over. */
export async function uploadInto(
  host: Host,
  folder: RemotePath,
  sources: readonly LocalFile[],
): Promise<void> {
  if (sources.length === 0) return;
  const files = remoteFilesOf(host);
  const present = await withViewProgress(viewIdOf("systems"), () => files.list(folder));
  const taken = new Set(present.flatMap(({ name, isFolder }) => (isFolder ? [] : [name])));
  const replaced = sources.filter(({ name }) => taken.has(name));
  if (replaced.length > 0 && !(await mayReplace(host, folder, replaced, sources.length))) return;
  const approved = new Set(replaced.map(({ name }) => name));
  await workOnEach(host, {
    items: sources,
    nameOf: ({ name }) => name,
    doing: "uploading",
    done: "uploaded",
    one: "file",
    run: (source, signal) => send(files, childOf(folder, source.name), source, approved, signal),
    show: async () => undefined,
  });
}

async function mayReplace(
  host: Host,
  folder: RemotePath,
  replaced: readonly LocalFile[],
  all: number,
): Promise<boolean> {
  const named = replaced.map(({ name }) => ({ name, connection: folder.connection }));
  const others = all - replaced.length;
  return host.ask.confirm(
    await confirmationOf(host, named, {
      id: "overwrite",
      verb: "Overwrite",
      one: "file",
      detailOf: ({ name }) => pathText(childOf(folder, name)),
      consequence: `What is in them now is lost.${others > 0 ? ` Without it, nothing is uploaded, not even the others.` : ""}`,
    }),
  );
}

/** What was approved to be written over may be so once: of two files with one name, the second is refused. */
async function send(
  files: RemoteFiles,
  path: RemotePath,
  source: LocalFile,
  approved: Set<string>,
  signal: AbortSignal,
): Promise<void> {
  const content = await source.open();
  const before = await files.lookAgain(path, signal);
  if (before?.isFolder) throw new RemoteFileError("isFolder", `${pathText(path)} is a folder.`);
  if (before !== undefined && !approved.delete(source.name))
    throw new RemoteFileError(
      "exists",
      `${pathText(path)} has come to be there meanwhile. Upload it again to write over it.`,
    );
  await files.upload(path, content, before, signal);
}
