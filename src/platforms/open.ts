import type { AgaveAnswers, AgaveBodies } from "./agave/answers/answers.ts";
import type { AgaveTable } from "./agave/operations/table.ts";
import type { AstakosAnswers, AstakosBodies } from "./astakos/answers.ts";
import type { AstakosTable } from "./astakos/operations.ts";
import { PlatformClient } from "./client.ts";
import { openCaller, type SignedInBy } from "./connect.ts";
import type { odmTable } from "./odm/operations.ts";
import type { OperationTable } from "./operation.ts";
import type { OsparcAnswers } from "./osparc/answers.ts";
import type { osparcTable } from "./osparc/operations.ts";
import { platformOf } from "./platform-of.ts";
import type { OdmAnswers, OdmBodies, ScimAnswers, ScimBodies } from "./scim/answers.ts";
import type { scimTable } from "./scim/operations.ts";
import type { ConnectionSettings, ConnectOptions, PlatformKind } from "./settings.ts";
import type { UbiopsAnswers, UbiopsBodies } from "./ubiops/answers.ts";
import type { ubiopsTable } from "./ubiops/operations.ts";

/** The client of each platform. */
export interface PlatformClients {
  readonly odm: PlatformClient<typeof odmTable, OdmAnswers, OdmBodies>;
  readonly scim: PlatformClient<typeof scimTable, ScimAnswers, ScimBodies>;
  readonly astakos: PlatformClient<AstakosTable, AstakosAnswers, AstakosBodies>;
  readonly agave: PlatformClient<AgaveTable, AgaveAnswers, AgaveBodies>;
  readonly ubiops: PlatformClient<typeof ubiopsTable, UbiopsAnswers, UbiopsBodies>;
  readonly osparc: PlatformClient<typeof osparcTable, OsparcAnswers>;
}

/** A client whose platform is known only when the program runs; its operations are called with `callNamed`. */
export type AnyClient = PlatformClient<OperationTable, Readonly<Record<string, unknown>>>;

/**
 * Opens a connection for the operations of its platform, each typed by its row. Sends nothing yet: a missing secret or an
 * unreachable server shows with the first call. Throws a `PlatformError` of kind `invalid` for settings that cannot be used.
 */
export function openClient<Kind extends PlatformKind>(
  settings: ConnectionSettings & { readonly platform: Kind },
  by: SignedInBy,
  options: ConnectOptions = {},
): PlatformClients[Kind] {
  return openAnyClient(settings, by, options) as unknown as PlatformClients[Kind];
}

/** The same for a platform that is known only when the program runs. */
export function openAnyClient(
  settings: ConnectionSettings,
  by: SignedInBy,
  options: ConnectOptions = {},
): AnyClient {
  const platform = platformOf(settings);
  const caller = openCaller(settings, by, options);
  return new PlatformClient(caller, platform.table(settings), platform.unwrap);
}
