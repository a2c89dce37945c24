import type { CommandTable } from "../command.ts";

/** Files on the systems of Agave. */
export const fileCommands: CommandTable = {
  "rollcall.uploadFile": () => import("./upload-file.ts"),
  "rollcall.downloadFile": () => import("./download-file.ts"),
  "rollcall.newRemoteFile": () => import("./new-remote-file.ts"),
  "rollcall.newRemoteFolder": () => import("./new-remote-folder.ts"),
  "rollcall.renameRemoteFile": () => import("./rename-remote-file.ts"),
  "rollcall.moveRemoteFile": () => import("./move-remote-file.ts"),
  "rollcall.copyRemoteFile": () => import("./copy-remote-file.ts"),
  "rollcall.grantFilePermission": () => import("./grant-file-permission.ts"),
  "rollcall.withdrawFilePermissions": () => import("./withdraw-file-permissions.ts"),
  "rollcall.showFileHistory": () => import("./show-file-history.ts"),
  "rollcall.copyRemotePath": () => import("./copy-remote-path.ts"),
  "rollcall.addToWorkspace": () => import("./add-to-workspace.ts"),
  "rollcall.deleteRemoteFile": () => import("./delete-remote-file.ts"),
};
