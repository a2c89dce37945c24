import { basename } from "node:path";
import { uploadOf } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";
import { uploadFiles } from "../../views/systems/upload.ts";

const title = "Upload File";

/** Uploads a file of this machine into a folder of a system. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseFiles(host, given, title, "folder");
  if (folder === undefined) return;
  const path = await host.ask.file({ id: "file", title, purpose: "read", action: "Upload" });
  if (path === undefined) return;
  await uploadFiles(host, folder.path, [{ name: basename(path), content: await uploadOf(path) }]);
}
