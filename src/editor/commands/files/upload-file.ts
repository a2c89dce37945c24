import { basename } from "node:path";
import { uploadOf } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { uploadFiles } from "../../views/systems/upload.ts";

const title = "Upload Files";

/** Uploads files of this machine into a folder of a system. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseFiles(host, given, title, "folder");
  if (folder === undefined) return;
  const paths = await host.ask.files({ id: "files", title, action: "Upload" });
  const files = (paths ?? []).map((path) => ({ name: basename(path), open: () => uploadOf(path) }));
  await uploadFiles(host, folder.path, files);
}
