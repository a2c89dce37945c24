import { openEdit } from "../../edits/open.ts";
import type { Host } from "../../host.ts";
import { chooseMetadata } from "../../metadata/search.ts";

/** Asks for a name or a query, lets a person pick among what is found, and opens it to be edited. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const found = await chooseMetadata(host, "Browse Metadata", given);
  if (found === undefined) return;
  const { connection, name, data } = found;
  await openEdit(host, { kind: "metadata", connection, id: data.uuid }, name);
}
