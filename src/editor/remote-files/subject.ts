import type { NodeSubject } from "../tree/node.ts";
import type { RemotePath } from "./path.ts";

/** A file or folder that something is done with. */
export interface RemoteItem {
  readonly path: RemotePath;
  readonly isFolder: boolean;
}

/** A file or folder as an item of the view of systems. */
export interface RemoteFileSubject extends NodeSubject, RemoteItem {
  readonly kind: "remoteFile";
  readonly connection: string;
}

/** The subject of an item for a file or folder. */
export function remoteFileSubject(item: RemoteItem): RemoteFileSubject {
  return { kind: "remoteFile", connection: item.path.connection, ...item };
}
