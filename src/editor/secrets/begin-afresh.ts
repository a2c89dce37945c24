import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { type ResourceViewName, resourceViewNames } from "../resources/catalogue.ts";
import { readAgain } from "../resources/show-again.ts";
import type { Handle } from "../tree/handle.ts";
import type { NodeTree } from "../tree/tree.ts";

/** Begins afresh with the secrets as they are now, and reads again what shows the connection, with all that is open below it. */
export async function afterSignIn(host: Host, connection: string): Promise<void> {
  await begin(host, connection, (_view, tree, handle) => tree.expire(handle));
}

/** The same where nothing signs in any more: what was read of the connection is not shown on. */
export async function afterSignOut(host: Host, connection: string): Promise<void> {
  await begin(host, connection, (view, tree, handle) => {
    host.resources[view].forget(connection);
    tree.clear(handle);
  });
}

async function begin(
  host: Host,
  connection: string,
  prepare: (view: ResourceViewName, tree: NodeTree, handle: Handle) => void,
): Promise<void> {
  host.log.info(`the sign-in of ${connection} has changed`);
  await host.sessions.close();
  host.reconciliation.clearFailure();
  await Promise.all(
    resourceViewNames.map((view) => {
      const tree = host.views.get(viewIdOf(view))?.tree;
      const handle = tree?.find(`${view}/${connection}`);
      if (tree !== undefined && handle !== undefined) prepare(view, tree, handle);
      return readAgain(host, view, connection);
    }),
  );
}
