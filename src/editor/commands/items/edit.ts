import { chosenEdit } from "../../edits/choose.ts";
import { openEdit } from "../../edits/open.ts";
import type { Host } from "../../host.ts";

/** Opens the selected item as a document whose save writes what was changed. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const chosen = await chosenEdit(host, given);
  if (chosen !== undefined) await openEdit(host, chosen.reference, chosen.name);
}
