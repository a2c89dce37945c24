import type { LeaversPolicy } from "../identity/leavers/policy.ts";
import { AgaveAccess } from "../platforms/agave/access/directory.ts";
import { osparcBelongings } from "../platforms/osparc/belongings.ts";
import { ubiopsBelongings } from "../platforms/ubiops/belongings.ts";
import type { Workplace } from "../reconcile/read.ts";
import type { Connections } from "./connections.ts";

/** Where the access of those who leave is read and withdrawn, and where what may be theirs is looked for. Sends nothing yet. */
export function leaverPlaces(
  { from, also }: LeaversPolicy,
  connections: Connections,
): Pick<Workplace, "access" | "belongings"> {
  return {
    access: from.map((name) => {
      const { client, settings } = connections.openOperations(name);
      return new AgaveAccess(client.caller, settings);
    }),
    belongings: also.map((name) => {
      const { client, settings } = connections.openOperations(name);
      return settings.platform === "ubiops" ? ubiopsBelongings(name, client) : osparcBelongings(name, client);
    }),
  };
}
