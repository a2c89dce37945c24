import { renewResourceDocument, renewResourceDocuments } from "../documents/renew.ts";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { Handle } from "../tree/handle.ts";
import { withViewProgress } from "../ui/progress.ts";
import type { ResourceViewName } from "./catalogue.ts";
import type { ResourceSubject } from "./resource.ts";

/** Shows a connection's list as the model has it now; nothing is read that is known. */
export async function showAgain(host: Host, view: ResourceViewName, connection: string): Promise<void> {
  await showList(host, view, connection);
  await renewResourceDocuments(host, view, connection);
}

async function showList(host: Host, view: ResourceViewName, connection: string): Promise<void> {
  const tree = host.views.get(viewIdOf(view))?.tree;
  const handle = tree?.find(`${view}/${connection}`);
  if (handle !== undefined) await tree?.update(handle);
}

/** Reads a connection's list again and shows it. */
export async function readAgain(host: Host, view: ResourceViewName, connection: string): Promise<void> {
  host.resources[view].expire(connection);
  await showAgain(host, view, connection);
}

/** Shows the lists again that some resources are in. */
export async function showAllAgain(
  host: Host,
  view: ResourceViewName,
  resources: readonly { readonly connection: string }[],
): Promise<void> {
  const connections = new Set(resources.map(({ connection }) => connection));
  await Promise.all([...connections].map((connection) => showAgain(host, view, connection)));
}

/** Reads the lists again that some resources are in, and shows them. */
export async function readAllAgain(
  host: Host,
  view: ResourceViewName,
  resources: readonly { readonly connection: string }[],
): Promise<void> {
  for (const { connection } of resources) host.resources[view].expire(connection);
  await showAllAgain(host, view, resources);
}

/** Reads one resource again, with one request, and shows what came of it. What is open below it is read again with it. */
export async function refreshResource(host: Host, handle: Handle): Promise<void> {
  const { view, connection, id } = handle.node.subject as ResourceSubject;
  const resource = await withViewProgress(viewIdOf(view), () => host.resources[view].reread(connection, id));
  host.views.get(viewIdOf(view))?.tree.expire(handle);
  await showList(host, view, connection);
  await renewResourceDocument(host, { view, connection, id }, resource);
}
