import type { Host } from "../../host.ts";
import { chooseToSignIn } from "../../secrets/choose-by-state.ts";
import { signIn } from "../../secrets/sign-in.ts";

/** Signs in to a connection. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseToSignIn(host, given);
  if (connection !== undefined) await signIn(host, connection);
}
