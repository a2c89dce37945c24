import { connected } from "./clauses.ts";
import type { CommandDeclaration } from "./declaration.ts";

const enablement = connected("systems");

/** Files on the systems of Agave. */
export const fileCommands: readonly CommandDeclaration[] = [
  {
    name: "uploadFile",
    title: "Upload File…",
    icon: "cloud-upload",
    enablement,
    items: [{ on: "remoteFile +folder", groups: ["inline@1", "3_make@1"] }],
  },
  {
    name: "newRemoteFolder",
    title: "New Folder…",
    icon: "new-folder",
    enablement,
    items: [{ on: "remoteFile +folder", groups: ["inline@2", "3_make@2"] }],
  },
  {
    name: "downloadFile",
    title: "Download File…",
    icon: "desktop-download",
    enablement,
    items: [{ on: "remoteFile +file", groups: ["inline@1", "4_open@1"] }],
  },
  {
    name: "showFileHistory",
    title: "Show History of File…",
    icon: "history",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["4_open@2"] }],
  },
  {
    name: "renameRemoteFile",
    title: "Rename File…",
    icon: "edit",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["2_change@1"] }],
  },
  {
    name: "copyRemotePath",
    title: "Copy Agave URL…",
    icon: "link",
    enablement,
    items: [{ on: "remoteFile", groups: ["5_copy@1"] }],
  },
  {
    name: "addToWorkspace",
    title: "Open in Workspace…",
    icon: "root-folder-opened",
    enablement,
    items: [{ on: ["system", "remoteFile +folder"], groups: ["4_open@4"] }],
  },
  {
    name: "deleteRemoteFile",
    title: "Delete File…",
    icon: "trash",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["9_destructive@1"] }],
  },
];
