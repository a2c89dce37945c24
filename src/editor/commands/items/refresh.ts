import type { Host } from "../../host.ts";
import { resourceViewOf } from "../../resources/catalogue.ts";
import type { ResourceSubject } from "../../resources/resource.ts";
import type { Handle } from "../../tree/handle.ts";
import type { ConnectionSubject } from "../../views/connection-node.ts";
import { givenHandle, givenSubject } from "../given.ts";

/** Reads one item again, or every view that is in sight. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const handle = givenHandle(given);
  if (handle !== undefined) return refreshItem(host, handle, given);
  const state = await host.configuration.reload();
  if (!("configuration" in state)) return;
  for (const lists of Object.values(host.resources)) lists.expire();
  await Promise.all([...host.views.values()].map((view) => view.refresh()));
}

async function refreshItem(host: Host, handle: Handle, given: readonly unknown[]): Promise<void> {
  if (givenSubject<ResourceSubject>(given, "resource") !== undefined) {
    const { refreshResource } = await import("../../resources/show-again.ts");
    return refreshResource(host, handle);
  }
  const connection = givenSubject<ConnectionSubject>(given, "connection")?.connection;
  const view = resourceViewOf(handle.view);
  if (connection !== undefined && view !== undefined) host.resources[view].expire(connection);
  await host.views.get(handle.view)?.refresh(handle);
}
