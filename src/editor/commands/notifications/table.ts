import type { CommandTable } from "../command.ts";

/** Notifications of Agave. */
export const notificationCommands: CommandTable = {
  "rollcall.addNotification": () => import("./add-notification.ts"),
  "rollcall.deleteNotification": () => import("./delete-notification.ts"),
};
