import { openAllChanges } from "../../documents/changes.ts";
import type { Host } from "../../host.ts";

/** Shows every change of the plan in hand, before and after, in one editor. */
export async function run(host: Host): Promise<void> {
  await openAllChanges(host);
}
