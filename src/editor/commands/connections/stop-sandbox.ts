import type { Host } from "../../host.ts";
import { stopSandboxOf } from "../../sandbox/stop.ts";

/** Stops the sandbox and removes what was written for it. */
export function run(host: Host): Promise<void> {
  return stopSandboxOf(host);
}
