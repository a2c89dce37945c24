import { remoteScheme } from "../identifiers.ts";
import { connected } from "./clauses.ts";
import type { CommandDeclaration, MenuPlace } from "./declaration.ts";

const enablement = connected("systems");

/** In the editor's own explorer, where a system is a folder of the workspace. */
const explorer = (place: number): MenuPlace => ({
  menu: "explorer/context",
  when: `resourceScheme == ${remoteScheme}`,
  group: `7_rollcall@${place}`,
});

/** Files on the systems of Agave. */
export const fileCommands: readonly CommandDeclaration[] = [
  {
    name: "uploadFile",
    title: "Upload Files…",
    icon: "cloud-upload",
    enablement,
    items: [{ on: "remoteFile +folder", groups: ["inline@1", "3_make@1"] }],
    menus: [explorer(1)],
  },
  {
    name: "newRemoteFile",
    title: "New Remote File…",
    icon: "new-file",
    enablement,
    items: [{ on: "remoteFile +folder", groups: ["3_make@2"] }],
  },
  {
    name: "newRemoteFolder",
    title: "New Remote Folder…",
    icon: "new-folder",
    enablement,
    items: [{ on: "remoteFile +folder", groups: ["inline@2", "3_make@3"] }],
  },
  {
    name: "downloadFile",
    title: "Download Files…",
    icon: "desktop-download",
    enablement,
    items: [
      { on: "remoteFile +file", groups: ["inline@1"] },
      { on: "remoteFile", groups: ["4_open@1"] },
    ],
    menus: [explorer(2)],
  },
  {
    name: "showFileHistory",
    title: "Show History of File…",
    icon: "history",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["4_open@2"] }],
    menus: [explorer(3)],
  },
  {
    name: "renameRemoteFile",
    title: "Rename File…",
    icon: "edit",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["2_change@1"] }],
  },
  {
    name: "moveRemoteFile",
    title: "Move File…",
    icon: "arrow-right",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["2_change@2"] }],
  },
  {
    name: "copyRemoteFile",
    title: "Copy File…",
    icon: "files",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["2_change@3"] }],
  },
  {
    name: "grantFilePermission",
    title: "Grant File Permission…",
    icon: "person-add",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["6_access@1"] }],
    menus: [explorer(4)],
  },
  {
    name: "withdrawFilePermissions",
    title: "Withdraw File Permissions…",
    icon: "shield",
    enablement,
    items: [{ on: "remoteFile +below", groups: ["6_access@2"] }],
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
