import type { CommandTable } from "../command.ts";

/** SCIM users. */
export const userCommands: CommandTable = {
  "rollcall.createUser": () => import("./create-user.ts"),
  "rollcall.editUserDisplayName": () => import("./edit-user-display-name.ts"),
  "rollcall.renameUser": () => import("./rename-user.ts"),
  "rollcall.setUserExternalId": () => import("./set-user-external-id.ts"),
  "rollcall.reactivateUser": () => import("./reactivate-user.ts"),
  "rollcall.deactivateUser": () => import("./deactivate-user.ts"),
  "rollcall.copyEmail": () => import("./copy-email.ts"),
};
