import { actorCommands } from "./actors/table.ts";
import { appCommands } from "./apps/table.ts";
import type { CommandTable } from "./command.ts";
import { connectionCommands } from "./connections/table.ts";
import { fileCommands } from "./files/table.ts";
import { grantCommands } from "./grants/table.ts";
import { itemCommands } from "./items/table.ts";
import { jobCommands } from "./jobs/table.ts";
import { metadataCommands } from "./metadata/table.ts";
import { notificationCommands } from "./notifications/table.ts";
import { operationCommands } from "./operations/table.ts";
import { reconciliationCommands } from "./reconciliation/table.ts";
import { serviceUserCommands } from "./service-users/table.ts";
import { serviceCommands } from "./services/table.ts";
import { systemCommands } from "./systems/table.ts";
import { userCommands } from "./users/table.ts";
import { viewCommands } from "./views/table.ts";

/** Every command of the manifest. */
export const commands: CommandTable = {
  ...connectionCommands,
  ...viewCommands,
  ...itemCommands,
  ...userCommands,
  ...serviceUserCommands,
  ...actorCommands,
  ...appCommands,
  ...jobCommands,
  ...systemCommands,
  ...fileCommands,
  ...serviceCommands,
  ...grantCommands,
  ...metadataCommands,
  ...notificationCommands,
  ...reconciliationCommands,
  ...operationCommands,
};
