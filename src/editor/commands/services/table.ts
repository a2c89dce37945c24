import type { CommandTable } from "../command.ts";

/** Services of oSPARC. */
export const serviceCommands: CommandTable = {
  "rollcall.startService": () => import("./start-service.ts"),
  "rollcall.openService": () => import("./open-service.ts"),
  "rollcall.stopService": () => import("./stop-service.ts"),
};
