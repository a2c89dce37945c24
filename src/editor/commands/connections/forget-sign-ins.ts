import type { Host } from "../../host.ts";
import { forgetUnused } from "../../secrets/unused.ts";

/** Forgets the sign-ins of connections that rollcall.jsonc no longer has, after one question. */
export function run(host: Host): Promise<void> {
  return forgetUnused(host);
}
