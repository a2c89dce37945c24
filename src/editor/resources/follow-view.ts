import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { outdatedIn } from "./outdated.ts";
import { lookAtUnfinished } from "./unfinished.ts";
import { watchView } from "./watch-view.ts";

/**
 * Follows what is not finished of a view while it can be seen, until all of it is. A connection that cannot be read is left alone until
 * its list is read again or the view is shown again.
 */
export async function followView(host: Host, name: ResourceViewName): Promise<vscode.Disposable> {
  const view = host.views.get(viewIdOf(name))?.view;
  const model = host.resources[name];
  const { follow } = await model.kind();
  if (view === undefined || follow === undefined) return vscode.Disposable.from();
  const watch = watchView(view, (signal) => lookAtUnfinished(host, name, follow, signal));
  watch.wake();
  return vscode.Disposable.from(
    watch,
    view.onDidChangeVisibility(() => outdatedIn(model).clear()),
    model.onDidRead((connection) => {
      outdatedIn(model).delete(connection);
      watch.wake();
    }),
  );
}
