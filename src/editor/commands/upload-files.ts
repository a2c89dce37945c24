import { basename } from "node:path";
import { uploadOf } from "../../session/operation/files.ts";
import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { pathText } from "../remote-files/path.ts";
import { uploadInto } from "../remote-files/upload.ts";

/** Asks for files of this machine and sends them into a folder. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseRemoteItems(host, given, { title: "Upload Files", wanted: "folder" });
  if (folder === undefined) return;
  const title = `Upload Files to ${pathText(folder.path)}`;
  const paths = await host.ask.files({ id: "upload", title, action: "Upload" });
  if (paths === undefined) return;
  const sources = paths.map((path) => ({ name: basename(path), open: () => uploadOf(path) }));
  await uploadInto(host, folder.path, sources);
}
