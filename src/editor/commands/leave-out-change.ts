import type { Host } from "../host.ts";
import { tickGiven } from "../views/reconciliation/ticks.ts";

/** Unticks the selected changes. */
export function run(host: Host, ...given: readonly unknown[]): void {
  tickGiven(host, given, false);
}
