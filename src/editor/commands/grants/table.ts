import type { CommandTable } from "../command.ts";

/** Who may do what with what Agave holds. */
export const grantCommands: CommandTable = {
  "rollcall.grantAccess": () => import("./grant-access.ts"),
  "rollcall.changeAccess": () => import("./change-access.ts"),
  "rollcall.revokeAccess": () => import("./revoke-access.ts"),
  "rollcall.revokeAllAccess": () => import("./revoke-all-access.ts"),
};
