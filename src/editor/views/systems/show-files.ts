import type { Host } from "../../host.ts";
import { addressPath, parentOf, type RemotePath } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import type { RemoteFileSubject } from "./subjects.ts";

/** Milliseconds in which changes are gathered, so that work on many files of a folder reads it once. */
const gathering = 50;

const followed = new WeakSet<Host>();

/** From now on shows folders again once something was written in them from here, by a command, a save or the explorer. */
export function followFiles(host: Host): void {
  if (followed.has(host)) return;
  followed.add(host);
  const folders = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  remoteFilesOf(host).onDidChange((changes) => {
    for (const { path } of changes) for (const folder of changedFolders(path)) folders.add(folder);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const gathered = new Set(folders);
      folders.clear();
      void showFolders(host, gathered);
    }, gathering);
  });
}

/** The folder that something is in; and the other one that its system is entered by, below which the same files may lie. */
function changedFolders(path: RemotePath): readonly string[] {
  const other: RemotePath = { ...path, base: path.base === "home" ? "root" : "home", names: [] };
  return [addressPath(parentOf(path) ?? path), addressPath(other)];
}

/** Reads folders again where they have been opened. */
async function showFolders(host: Host, folders: ReadonlySet<string>): Promise<void> {
  for (const { tree } of host.views.values())
    for (const handle of tree.known()) {
      const subject = handle.node.subject as RemoteFileSubject | undefined;
      if (subject?.kind !== "remoteFile" || !subject.isFolder || handle.children === undefined) continue;
      if (folders.has(addressPath(subject.path))) await tree.refresh(handle);
    }
}
