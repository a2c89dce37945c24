import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { Watch } from "./watch.ts";

/** Follows what is not finished of a view while it can be seen, until all of it is. */
export function followUnfinished(host: Host, name: ResourceViewName): vscode.Disposable {
  const view = host.views.get(viewIdOf(name))?.view;
  if (view === undefined) return vscode.Disposable.from();
  const watch = new Watch({
    isVisible: () => view.visible,
    async look(signal) {
      const { lookAtUnfinished } = await import("./unfinished.ts");
      return lookAtUnfinished(host, name, signal);
    },
  });
  return vscode.Disposable.from(
    watch,
    view.onDidChangeVisibility(() => watch.wake()),
    host.resources[name].onDidRead(() => watch.wake()),
  );
}
