import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { parentOf, type RemotePath } from "../../remote-files/path.ts";
import { fileNodeId } from "./file-nodes.ts";

/** Reads the folder again that something lies in, where it is shown. */
export async function showFolderOf(host: Host, path: RemotePath): Promise<void> {
  await showFolder(host, parentOf(path) ?? path);
}

/** Reads a folder again, where it is shown. */
export async function showFolder(host: Host, folder: RemotePath): Promise<void> {
  const tree = host.views.get(viewIdOf("systems"))?.tree;
  const { connection, system } = folder;
  const handle = tree?.find(fileNodeId(`systems/${connection}/${system}/files`, folder));
  if (handle !== undefined) await tree?.refresh(handle);
}
