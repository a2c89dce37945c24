import type { Upload } from "../../../platforms/content.ts";
import type { Host } from "../../host.ts";
import { childOf, nameOf, pathText, type RemotePath } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { showFolder } from "./show-files.ts";

/** Something to upload, by its name. */
export interface UploadedFile {
  readonly name: string;
  readonly content: Pick<Upload, "content" | "length">;
}

/** Uploads files into a folder. Where some of their names are there already, one question says which would be overwritten. */
export async function uploadFiles(
  host: Host,
  folder: RemotePath,
  files: readonly UploadedFile[],
): Promise<void> {
  const remote = remoteFilesOf(host);
  const present = new Map((await remote.list(folder)).map((entry) => [entry.name, entry]));
  const items = files.map((file) => ({
    ...file,
    connection: folder.connection,
    path: childOf(folder, file.name),
    before: present.get(file.name),
  }));
  const overwritten = items.filter(({ before }) => before !== undefined);
  if (overwritten.length > 0) {
    const question = await confirmationOf(host, overwritten, {
      id: "overwrite",
      verb: "Overwrite",
      one: "file",
      detailOf: ({ path }) => pathText(path),
      consequence: "What is in them now is lost.",
    });
    if (!(await host.ask.confirm(question))) return;
  }
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => nameOf(path),
    doing: "uploading",
    done: "uploaded",
    one: "file",
    run: ({ path, content, before }, signal) => remote.upload(path, content, before, signal),
    show: () => showFolder(host, folder),
  });
}
