import type { Host } from "../../host.ts";
import { isSamePath, parentOf, type RemotePath } from "../../remote-files/path.ts";
import type { RemoteFileSubject } from "./subjects.ts";

/** Reads the folder again that something lies in, wherever it is shown. */
export async function showFolderOf(host: Host, path: RemotePath): Promise<void> {
  await showFolder(host, parentOf(path) ?? path);
}

/** Reads a folder again, wherever it is shown. */
export async function showFolder(host: Host, folder: RemotePath): Promise<void> {
  for (const { tree } of host.views.values())
    for (const handle of tree.known()) {
      const subject = handle.node.subject as RemoteFileSubject | undefined;
      if (subject?.kind !== "remoteFile" || !subject.isFolder) continue;
      if (isSamePath(subject.path, folder)) await tree.refresh(handle);
    }
}
