import { openChange } from "../../documents/changes.ts";
import type { Host } from "../../host.ts";
import { chooseChanges } from "../../views/reconciliation/choose-changes.ts";

/** Shows the target's account before and after a change. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [change] = await chooseChanges(host, given, "Show Change");
  if (change !== undefined) await openChange(host, change);
}
