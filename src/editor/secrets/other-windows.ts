import type { Host } from "../host.ts";
import type { FailureSubject } from "../tree/failure.ts";
import { untilAtRest } from "../ui/progress.ts";
import { afterSignIn, afterSignOut } from "./begin-afresh.ts";
import { originOfConnection } from "./origin.ts";
import type { SecretChange } from "./secret.ts";

/**
 * Follows what another window did to the secrets of a connection in use: begins afresh with the secrets as they are then, and reads again
 * what shows the connection, once nothing is under way that this would cut off.
 */
export async function followOtherWindow(host: Host, change: SecretChange): Promise<void> {
  const { connection, origin } = change;
  if ((await originOfConnection(host, connection)) !== origin) return;
  if (isRenewal(change) && !needsSignIn(host, connection)) return;
  await untilAtRest();
  const isSignedIn = await host.secrets.isSignedIn(change);
  await (isSignedIn ? afterSignIn : afterSignOut)(host, connection);
}

/** A refresh token that was redeemed there: it is read when it is needed here, so that nothing has to begin afresh. */
function isRenewal({ elsewhere }: SecretChange): boolean {
  return elsewhere.size === 1 && elsewhere.has("refreshToken");
}

/** Whether some view shows that the connection needs a sign-in. */
function needsSignIn(host: Host, connection: string): boolean {
  return [...host.views.values()].some(({ tree }) =>
    tree.current().some(({ node }) => {
      const subject = node.subject as Partial<FailureSubject> | undefined;
      return subject?.problem?.kind === "unauthorised" && subject.connection === connection;
    }),
  );
}
