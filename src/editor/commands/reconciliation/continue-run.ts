import type { Host } from "../../host.ts";

/** Lets the run that is paused go on where it was. */
export function run(host: Host): void {
  host.reconciliation.going?.goOn();
}
