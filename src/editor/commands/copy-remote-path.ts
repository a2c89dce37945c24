import type { Host } from "../host.ts";
import { chooseRemoteItems } from "../remote-files/choose.ts";
import { agavePath } from "../remote-files/path.ts";
import { remoteFilesOf } from "../remote-files/remote-files.ts";
import { copyLines } from "./copied.ts";

/** Copies the paths of remote files on their systems, as the server tells them, one a line. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseRemoteItems(host, given, { title: "Copy Remote Path", wanted: "any" });
  const files = remoteFilesOf(host);
  await copyLines(
    await Promise.all(items.map(async ({ path }) => (await files.find(path)).data.path || agavePath(path))),
  );
}
