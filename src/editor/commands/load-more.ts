import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIds } from "../identifiers.ts";
import type { MoreSubject } from "../tree/more.ts";
import { givenHandle, givenSubject } from "./given.ts";

/** Reads the next page and puts the focus on its first user. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const subject = givenSubject<MoreSubject>(given, "more");
  const handle = givenHandle(given);
  const users = host.views.get(viewIds.users);
  if (subject === undefined || handle?.parent === undefined || users === undefined) return;
  const first = await vscode.window.withProgress({ location: { viewId: users.id } }, () =>
    host.users.readMore(subject.connection),
  );
  await users.tree.update(handle.parent);
  const reached = first && users.tree.find(`users/${first.connection}/${first.id}`);
  // The editor answers when the item is in sight, which is never where a person moves on meanwhile.
  if (reached !== undefined)
    void users.view.reveal(reached, { select: true, focus: true }).then(undefined, () => {});
}
