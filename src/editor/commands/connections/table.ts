import type { CommandTable } from "../command.ts";

/** The sandbox, the configuration, and signing in. */
export const connectionCommands: CommandTable = {
  "rollcall.startSandbox": () => import("./start-sandbox.ts"),
  "rollcall.stopSandbox": () => import("./stop-sandbox.ts"),
  "rollcall.addConnection": () => import("./add-connection.ts"),
  "rollcall.signIn": () => import("./sign-in.ts"),
  "rollcall.signOut": () => import("./sign-out.ts"),
  "rollcall.probeConnection": () => import("./probe-connection.ts"),
  "rollcall.testFilter": () => import("./test-filter.ts"),
  "rollcall.forgetSignIns": () => import("./forget-sign-ins.ts"),
  "rollcall.openConfiguration": () => import("./open-configuration.ts"),
  "rollcall.showStatus": () => import("./show-status.ts"),
  "rollcall.showLog": () => import("./show-log.ts"),
};
