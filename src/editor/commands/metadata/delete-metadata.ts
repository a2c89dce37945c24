import type { Host } from "../../host.ts";
import { chooseAttachments } from "../../metadata/choose.ts";
import type { MetadataSubject } from "../../metadata/section.ts";
import { showMetadata } from "../../metadata/show.ts";
import { confirmationOf } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

/** Deletes the selected pieces of metadata after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chooseAttachments<MetadataSubject>(host, given, "metadata", "Delete Metadata");
  if (items.length === 0) return;
  const question = await confirmationOf(host, items, {
    id: "delete",
    verb: "Delete",
    one: "piece of metadata",
    many: "pieces of metadata",
    detailOf: ({ name, data }) => `${name} (${data.uuid})`,
    consequence: "This cannot be undone.",
  });
  if (!(await host.ask.confirm(question))) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one: "piece of metadata",
    run: async ({ connection, data }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("meta.deleteMetadata", { uuid: data.uuid }, { signal });
    },
    show: async () => {
      for (const connection of new Set(items.map((item) => item.connection)))
        await showMetadata(host, connection);
    },
  });
}
