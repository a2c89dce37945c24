import type { Host } from "../../host.ts";
import { deactivateUsers } from "../../views/users/activity.ts";
import { chooseUsers } from "../../views/users/choose.ts";

/** Deactivates the selected users. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const users = await chooseUsers(host, given, {
    title: "Deactivate User",
    eligible: { test: ({ data }) => data.active, none: "They are deactivated already." },
  });
  if (users.length > 0) await deactivateUsers(host, users);
}
