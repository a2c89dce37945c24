import type { Host } from "../../host.ts";

/** Brings the log to the front. */
export function run(host: Host): void {
  host.log.show();
}
