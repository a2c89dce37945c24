import type { Host } from "../host.ts";
import { afterSignIn } from "../secrets/after-sign-in.ts";
import { chooseConnection } from "../secrets/choose-connection.ts";
import { originOf } from "../secrets/store.ts";

/** Forgets a connection's secrets. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, "Sign Out");
  if (connection === undefined) return;
  const found = await host.secrets.forget(connection.name, originOf(connection.url));
  if (found) return afterSignIn(host, connection.name);
  const message = `${connection.name} is not signed in.`;
  await host.ask.offer({ id: "notSignedIn", level: "information", message, actions: [] });
}
