import type { Host } from "../../host.ts";
import { chooseToSignOut } from "../../secrets/choose-by-state.ts";
import { signOut } from "../../secrets/sign-out.ts";

/** Forgets everything that a connection was signed in with, at whatever address it had. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseToSignOut(host, given);
  if (connection === undefined || (await signOut(host, connection.name)) !== "nothing") return;
  const message = `${connection.name} is not signed in.`;
  await host.ask.offer({ id: "notSignedIn", level: "information", message, actions: [] });
}
