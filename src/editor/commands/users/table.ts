import type { CommandTable } from "../command.ts";

/** SCIM users. */
export const userCommands: CommandTable = {
  "rollcall.copyEmail": () => import("./copy-email.ts"),
};
