import type { Host } from "../../host.ts";
import { chooseChanges } from "../../views/reconciliation/choose-changes.ts";
import { tick } from "../../views/reconciliation/ticks.ts";

/** Unticks the selected changes. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  tick(host, await chooseChanges(host, given, "Leave Out Change"), false);
}
