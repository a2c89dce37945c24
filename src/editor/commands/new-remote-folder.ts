import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { askNewPath } from "../remote-files/names.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { withViewProgress } from "../ui/progress.ts";

const title = "New Remote Folder";

/** Makes a folder in a folder. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [folder] = await chooseRemoteItems(host, given, { title, wanted: "folder" });
  if (folder === undefined) return;
  const path = await askNewPath(host, { title, folder: folder.path, prompt: "A name for the folder" });
  if (path === undefined) return;
  await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).makeFolder(path));
}
