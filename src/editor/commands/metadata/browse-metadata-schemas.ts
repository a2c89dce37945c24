import { openEdit } from "../../edits/open.ts";
import type { Host } from "../../host.ts";
import { chooseSchema } from "../../metadata/schemas.ts";

/** Lets a person pick one of the schemas for metadata, and opens it to be edited. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const found = await chooseSchema(host, "Browse Metadata Schemas", given);
  if (found === undefined) return;
  const { connection, name, data } = found;
  await openEdit(host, { kind: "metadataSchema", connection, id: data.uuid }, name);
}
