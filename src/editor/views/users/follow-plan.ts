import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import type { Handle } from "../../tree/handle.ts";
import type { NodeTree } from "../../tree/tree.ts";
import type { ConnectionSubject } from "../connection-node.ts";

/** What the rows show of a plan: which one it is, and who was changed since. */
const shown = new WeakMap<Host, readonly unknown[]>();

/** Shows on the users what the plan in hand found, or that there is none. Nothing is asked of a server. */
export async function showPlanOnUsers(host: Host): Promise<void> {
  const { inHand } = host.reconciliation;
  const wanted = [inHand?.planning, inHand?.outdated];
  const before = shown.get(host) ?? [];
  if (wanted.every((each, index) => each === before[index])) return;
  shown.set(host, wanted);
  const tree = host.views.get(viewIdOf("users"))?.tree;
  if (tree === undefined) return;
  for (const handle of tree.known()) {
    if (handle.node.noun !== "connection" || handle.children === undefined) continue;
    const { connection } = handle.node.subject as ConnectionSubject;
    if (!host.resources.users.isCurrent(connection)) continue;
    await tree.update(handle);
    if (inHand?.planning.plan.target.connection === connection) await showOnOpened(tree, handle);
  }
}

/** What is below users that were opened follows too, as the plan knows their accounts. */
async function showOnOpened(tree: NodeTree, parent: Handle): Promise<void> {
  for (const handle of parent.children ?? []) {
    if (handle.node.noun === "group") await showOnOpened(tree, handle);
    else if (handle.node.noun === "user" && handle.children !== undefined) await tree.update(handle);
  }
}
