import type { CommandTable } from "../command.ts";

/** Apps of Agave. */
export const appCommands: CommandTable = {
  "rollcall.registerApp": () => import("./register-app.ts"),
  "rollcall.submitJob": () => import("./submit-job.ts"),
  "rollcall.updateApp": () => import("./update-app.ts"),
  "rollcall.publishApp": () => import("./publish-app.ts"),
  "rollcall.cloneApp": () => import("./clone-app.ts"),
  "rollcall.enableApp": () => import("./enable-app.ts"),
  "rollcall.disableApp": () => import("./disable-app.ts"),
  "rollcall.deleteApp": () => import("./delete-app.ts"),
  "rollcall.eraseApp": () => import("./erase-app.ts"),
};
