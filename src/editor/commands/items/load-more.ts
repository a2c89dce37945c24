import type { Host } from "../../host.ts";
import { chooseMore } from "../../lists/choose-more.ts";
import { withViewProgress } from "../../ui/progress.ts";

/** Reads the next page of a list and puts the focus on its first item. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const list = await chooseMore(host, given, "Load More");
  if (list === undefined) return;
  const { view, handle, connection, lists } = list;
  const first = await withViewProgress(view.id, () => lists.readMore(connection));
  await view.tree.update(handle);
  const reached = first && view.tree.find(`${handle.node.id}/${first.id}`);
  // The editor answers when the item is in sight, which is never where a person moves on meanwhile.
  if (reached !== undefined)
    void view.view.reveal(reached, { select: true, focus: true }).then(undefined, () => {});
}
