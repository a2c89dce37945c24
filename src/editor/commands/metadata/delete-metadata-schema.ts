import type { Host } from "../../host.ts";
import { chooseSchema, type FoundSchema } from "../../metadata/schemas.ts";
import { deleteParts } from "../../resources/delete-parts.ts";
import { openConnection } from "../../resources/open.ts";
import { agave } from "../../views/agave/client.ts";
import { wholeList } from "../../views/agave/whole-list.ts";
import { counted } from "../../views/reconciliation/words.ts";

/** Lets a person pick a schema, and deletes it after one question that says how much metadata follows it. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const found = await chooseSchema(host, "Delete Metadata Schema", given);
  if (found === undefined) return;
  const used = await usesOf(host, found);
  await deleteParts(host, [{ ...found, id: found.data.uuid }], {
    one: "metadata schema",
    detailOf: ({ name, id }) => `${name} (${id})`,
    consequence: `${used} of what you can see follows it. This cannot be undone.`,
    operation: "meta.deleteSchema",
    show: async () => {},
  });
}

async function usesOf(host: Host, { connection, data: { uuid } }: FoundSchema): Promise<string> {
  const client = agave(await openConnection(host.sessions, connection));
  const q = JSON.stringify({ schemaId: uuid });
  const { items, goesOn } = await wholeList(
    (page) => client.call("meta.listMetadata", { ...page, q }),
    (metadata) => metadata.uuid,
  );
  const count = counted(items.length, "piece of metadata", "pieces of metadata");
  return goesOn ? `More than ${count}` : count;
}
