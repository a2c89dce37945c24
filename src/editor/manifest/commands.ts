import { actorCommands } from "./actors.ts";
import { appCommands } from "./apps.ts";
import { attachedCommands } from "./attached.ts";
import { connectionCommands } from "./connections.ts";
import type { CommandDeclaration } from "./declaration.ts";
import { fileCommands } from "./files.ts";
import { grantCommands } from "./grants.ts";
import { itemCommands } from "./items.ts";
import { jobCommands } from "./jobs.ts";
import { operationCommands } from "./operations.ts";
import { reconciliationCommands } from "./reconciliation.ts";
import { serviceUserCommands } from "./service-users.ts";
import { serviceCommands } from "./services.ts";
import { systemCommands } from "./systems.ts";
import { userCommands } from "./users.ts";
import { viewCommands } from "./view-commands.ts";

/** Every command, in the order of the manifest. */
export const commandDeclarations: readonly CommandDeclaration[] = [
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
  ...attachedCommands,
  ...reconciliationCommands,
  ...operationCommands,
];
