import type { SystemActionName } from "../../views/systems/actions.ts";
import type { CommandTable } from "../command.ts";

/** Systems of Agave. */
export const systemCommands: CommandTable = {
  "rollcall.registerSystem": () => import("./register-system.ts"),
  "rollcall.cloneSystem": () => import("./clone-system.ts"),
  "rollcall.publishSystem": managing("publish"),
  "rollcall.unpublishSystem": managing("unpublish"),
  "rollcall.setDefaultSystem": managing("setDefault"),
  "rollcall.unsetDefaultSystem": managing("unsetDefault"),
  "rollcall.setGlobalDefaultSystem": managing("setGlobalDefault"),
  "rollcall.unsetGlobalDefaultSystem": managing("unsetGlobalDefault"),
  "rollcall.enableSystem": managing("enable"),
  "rollcall.disableSystem": managing("disable"),
  "rollcall.eraseSystem": managing("erase"),
  "rollcall.deleteSystem": () => import("./delete-system.ts"),
  "rollcall.addCredential": () => import("./add-credential.ts"),
  "rollcall.deleteCredential": () => import("./delete-credential.ts"),
};

function managing(action: SystemActionName): CommandTable[string] {
  return async () => {
    const { manageSystems } = await import("../../views/systems/actions.ts");
    return { run: (host, ...given) => manageSystems(host, given, action) };
  };
}
