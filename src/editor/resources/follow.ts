import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { watchView } from "./watch-view.ts";

/** Follows what is not finished of a view while it can be seen, until all of it is. What cannot be read is left alone until the list is read or the view is shown again. */
export function followUnfinished(host: Host, name: ResourceViewName): vscode.Disposable {
  const view = host.views.get(viewIdOf(name))?.view;
  if (view === undefined) return vscode.Disposable.from();
  const failed = new Set<string>();
  const watch = watchView(view, async (signal) => {
    const { lookAtUnfinished } = await import("./unfinished.ts");
    return lookAtUnfinished(host, name, failed, signal);
  });
  return vscode.Disposable.from(
    watch,
    view.onDidChangeVisibility(() => failed.clear()),
    host.resources[name].onDidRead(() => {
      failed.clear();
      watch.wake();
    }),
  );
}
