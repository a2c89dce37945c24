import { unlessGone } from "../edits/pick.ts";
import type { Host } from "../host.ts";
import { confirmed } from "./confirmation.ts";
import { openConnection } from "./open.ts";
import { workOnEach } from "./work-on-each.ts";

interface Deletable {
  readonly connection: string;
  readonly id: string;
  readonly name: string;
}

interface Deletion<Item> {
  readonly one: string;
  readonly many?: string;
  readonly detailOf: (item: Item) => string;
  readonly consequence: string;
  readonly operation: "meta.deleteMetadata" | "meta.deleteSchema" | "notifications.delete";
  readonly show: () => Promise<unknown>;
}

/** Deletes things by their uuids after one question that names them. What is gone already counts as deleted. */
export async function deleteParts<Item extends Deletable>(
  host: Host,
  items: readonly Item[],
  { one, many, detailOf, consequence, operation, show }: Deletion<Item>,
): Promise<void> {
  if (items.length === 0) return;
  const approved = await confirmed(host, items, {
    id: "delete",
    verb: "Delete",
    one,
    ...(many === undefined ? {} : { many }),
    detailOf,
    consequence,
  });
  if (!approved) return;
  await workOnEach(host, {
    items,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one,
    ...(many === undefined ? {} : { many }),
    run: async ({ connection, id }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await unlessGone(client.callNamed(operation, { uuid: id }, { signal }));
    },
    show,
  });
}
