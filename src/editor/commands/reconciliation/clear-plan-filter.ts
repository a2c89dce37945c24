import type { Host } from "../../host.ts";

/** Shows all changes of the plan again. */
export function run(host: Host): void {
  host.reconciliation.setFilter(undefined);
}
