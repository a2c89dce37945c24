import type { Host } from "../host.ts";
import { resourceViewNames } from "../resources/catalogue.ts";
import { readAgain } from "../resources/show-again.ts";

/** Begins afresh with the secrets as they are now, and reads again what shows the connection. */
export async function afterSignIn(host: Host, connection: string): Promise<void> {
  host.log.info(`the sign-in of ${connection} has changed`);
  await host.sessions.close();
  host.reconciliation.clearFailure();
  await Promise.all(resourceViewNames.map((view) => readAgain(host, view, connection)));
}
