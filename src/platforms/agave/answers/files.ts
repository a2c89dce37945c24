import type { Download } from "../../../http/download.ts";
import type { HistoryEvent, Links, Permission, PermissionRequest, RemoteFile } from "./common.ts";

/** A file that the server keeps account of, such as one that is on its way. */
export interface LogicalFile {
  readonly name: string;
  readonly uuid?: string;
  readonly owner?: string;
  readonly path?: string;
  readonly systemId?: string;
  readonly source?: string;
  /** Such as STAGING_QUEUED after an upload. */
  readonly status?: string;
  readonly nativeFormat?: string;
  readonly lastModified?: string;
  readonly _links?: Links;
}

/** What is to be done with a file or directory. */
export interface FileAction {
  /** mkdir, rename, copy or move. */
  readonly action: string;
  /** A name for mkdir and rename, a path for copy and move. */
  readonly path: string;
  /** copy alone: adds to a file that is there. */
  readonly append?: boolean;
}

type FilePermissionRequest = PermissionRequest & { readonly username: string; readonly recursive?: boolean };

export interface FileAnswers {
  "files.deleteFromDefaultSystem": undefined;
  "files.downloadFromDefaultSystem": Download;
  "files.importToDefaultSystem": LogicalFile;
  "files.manageOnDefaultSystem": LogicalFile | undefined;
  "files.delete": undefined;
  "files.download": Download;
  "files.importData": LogicalFile;
  "files.manage": LogicalFile | undefined;
  "files.listOnDefaultSystem": readonly RemoteFile[];
  "files.list": readonly RemoteFile[];
  "files.getHistoryOnDefaultSystem": readonly HistoryEvent[];
  "files.getHistory": readonly HistoryEvent[];
  "files.updatePermissionsOnDefaultSystem": Permission | undefined;
  "files.deletePermissions": undefined;
  "files.updatePermissions": Permission | undefined;
}

export interface FileBodies {
  "files.manageOnDefaultSystem": FileAction;
  "files.manage": FileAction;
  "files.updatePermissionsOnDefaultSystem": FilePermissionRequest;
  "files.updatePermissions": FilePermissionRequest;
}
