import type { Host } from "../../host.ts";

/** Holds the run that goes on back: what is under way is finished, and nothing more is begun. */
export function run(host: Host): void {
  host.reconciliation.going?.pause();
}
