import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { listsOf } from "../lists/lists-of.ts";
import type { MoreSubject } from "../tree/more.ts";
import { givenHandle, givenSubject } from "./given.ts";

/** Reads the next page and puts the focus on its first item. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = givenSubject<MoreSubject>(given, "more");
  const handle = givenHandle(given);
  const view = handle === undefined ? undefined : host.views.get(handle.view);
  if (subject === undefined || handle?.parent === undefined || view === undefined) return;
  const first = await vscode.window.withProgress({ location: { viewId: view.id } }, () =>
    listsOf(host, view.id).readMore(subject.connection),
  );
  await view.tree.update(handle.parent);
  const reached = first && view.tree.find(`${handle.parent.node.id}/${first.id}`);
  // The editor answers when the item is in sight, which is never where a person moves on meanwhile.
  if (reached !== undefined)
    void view.view.reveal(reached, { select: true, focus: true }).then(undefined, () => {});
}
