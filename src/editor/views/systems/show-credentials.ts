import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import type { SystemPlace } from "./subjects.ts";

/** Reads the credentials of a system again, where they are shown. */
export async function showCredentials(host: Host, { connection, system }: SystemPlace): Promise<void> {
  const tree = host.views.get(viewIdOf("systems"))?.tree;
  const handle = tree?.find(`systems/${connection}/${system}/credentials`);
  if (handle !== undefined) await tree?.refresh(handle);
}
