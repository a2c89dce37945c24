import type { CommandTable } from "../command.ts";

/** Service users of UbiOps. */
export const serviceUserCommands: CommandTable = {
  "rollcall.createServiceUser": () => import("./create-service-user.ts"),
  "rollcall.renameServiceUser": () => import("./rename-service-user.ts"),
  "rollcall.setServiceUserExpiry": () => import("./set-service-user-expiry.ts"),
  "rollcall.setServiceUserOrigins": () => import("./set-service-user-origins.ts"),
  "rollcall.resetServiceUserToken": () => import("./reset-service-user-token.ts"),
  "rollcall.copyServiceUserToken": () => import("./copy-service-user-token.ts"),
  "rollcall.forgetServiceUserToken": () => import("./forget-service-user-token.ts"),
  "rollcall.recreateServiceUser": () => import("./recreate-service-user.ts"),
  "rollcall.deleteServiceUser": () => import("./delete-service-user.ts"),
};
