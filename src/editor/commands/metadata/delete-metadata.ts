import type { Host } from "../../host.ts";
import { chooseMetadata } from "../../metadata/search.ts";
import { showMetadata } from "../../metadata/show.ts";
import type { MetadataSubject } from "../../metadata/subjects.ts";
import { chooseAttached } from "../../resources/choose-attached.ts";
import { deleteParts } from "../../resources/delete-parts.ts";
import { givenSubject } from "../given.ts";

const title = "Delete Metadata";

/** Deletes the selected pieces of metadata, or one that the person finds, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const items = await chosen(host, given);
  await deleteParts(host, items, {
    one: "piece of metadata",
    many: "pieces of metadata",
    detailOf: ({ name, id }) => `${name} (${id})`,
    consequence: "This cannot be undone.",
    operation: "meta.deleteMetadata",
    show: async () => {
      for (const connection of new Set(items.map((item) => item.connection)))
        await showMetadata(host, connection);
    },
  });
}

async function chosen(
  host: Host,
  given: readonly unknown[],
): Promise<readonly Pick<MetadataSubject, "connection" | "id" | "name">[]> {
  if (givenSubject<MetadataSubject>(given, "metadata") !== undefined)
    return chooseAttached<MetadataSubject>(host, given, "metadata", title);
  const found = await chooseMetadata(host, title, given);
  return found === undefined ? [] : [{ ...found, id: found.data.uuid }];
}
