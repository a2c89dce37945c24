import { openDocument } from "../documents/open.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { withViewProgress } from "../ui/progress.ts";

/** Shows what has happened to remote files. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title: "Show File History", wanted: "any" });
  for (const { path: file } of items) {
    const history = await withViewProgress(viewIdOf("systems"), () => remoteFilesOf(host).history(file));
    await openDocument({ kind: "fileHistory", file }, { history });
  }
}
