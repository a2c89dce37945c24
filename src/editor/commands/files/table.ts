import type { CommandTable } from "../command.ts";

/** Files on the systems of Agave. */
export const fileCommands: CommandTable = {
  "rollcall.uploadFile": () => import("./upload-file.ts"),
  "rollcall.downloadFile": () => import("./download-file.ts"),
  "rollcall.newRemoteFolder": () => import("./new-remote-folder.ts"),
  "rollcall.renameRemoteFile": () => import("./rename-remote-file.ts"),
  "rollcall.showFileHistory": () => import("./show-file-history.ts"),
  "rollcall.copyRemotePath": () => import("./copy-remote-path.ts"),
  "rollcall.addToWorkspace": () => import("./add-to-workspace.ts"),
  "rollcall.deleteRemoteFile": () => import("./delete-remote-file.ts"),
};
