import type { Host } from "../../host.ts";
import { afterSignIn } from "../../secrets/after-sign-in.ts";
import { chooseConnection } from "../../secrets/choose-connection.ts";
import { originOf } from "../../secrets/store.ts";

/** Forgets everything that a connection was signed in with, at whatever address it had. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, "Sign Out");
  if (connection === undefined) return;
  const { name, url } = connection;
  const here = await host.secrets.forget(name, originOf(url));
  const elsewhere = await host.secrets.forgetEverywhere(name);
  await host.expiries.forget(name);
  if (here || elsewhere) return afterSignIn(host, name);
  const message = `${name} is not signed in.`;
  await host.ask.offer({ id: "notSignedIn", level: "information", message, actions: [] });
}
