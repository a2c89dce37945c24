import type { NamedCall } from "../../platforms/address.ts";
import type { Host } from "../host.ts";
import { confirmed } from "./confirmation.ts";
import { openConnection } from "./open.ts";
import type { Resource } from "./resource.ts";
import { readAllAgain } from "./show-again.ts";
import { workOnEach } from "./work-on-each.ts";

interface Deletion<Data> {
  /** One of them, for people. */
  readonly one: string;
  readonly detailOf: (resource: Resource<Data>) => string;
  readonly consequence: string;
  readonly call: (id: string) => NamedCall;
}

/** Deletes resources after one question that names them. What is gone already counts as deleted. */
export async function deleteResources<Data>(
  host: Host,
  resources: readonly Resource<Data>[],
  { one, detailOf, consequence, call }: Deletion<Data>,
): Promise<void> {
  const [first] = resources;
  if (first === undefined) return;
  const { view } = first;
  const approved = await confirmed(host, resources, {
    id: "delete",
    verb: "Delete",
    one,
    detailOf,
    consequence,
  });
  if (!approved) return;
  await workOnEach(host, {
    items: resources,
    nameOf: ({ name }) => name,
    doing: "deleting",
    done: "deleted",
    one,
    run: async ({ connection, id }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      const { operation, args } = call(id);
      await client.callNamed(operation, args, { signal }).catch((error: { readonly kind?: unknown }) => {
        if (error.kind !== "notFound") throw error;
      });
      host.resources[view].replace(connection, id, undefined);
    },
    show: () => readAllAgain(host, view, resources),
  });
}
