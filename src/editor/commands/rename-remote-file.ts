import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { askNewPath } from "../remote-files/names.ts";
import { nameOf, parentOf } from "../remote-files/path.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { withViewProgress } from "../ui/progress.ts";

const title = "Rename Remote File";

/** Gives a file or folder another name, which nothing beside it has. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [item] = await chooseRemoteItems(host, given, { title, wanted: "item" });
  const folder = item && parentOf(item.path);
  if (item === undefined || folder === undefined) return;
  const present = nameOf(item.path);
  const path = await askNewPath(host, { title, folder, present, prompt: `Another name for ${present}` });
  if (path === undefined) return;
  await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).move(item.path, path));
}
