import type * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { ResourceViewName } from "./catalogue.ts";

/** Follows what is not finished of a view, from when a list of it is read first. What does it is loaded then. */
export function followUnfinished(host: Host, name: ResourceViewName): vscode.Disposable {
  const waiting = host.resources[name].onDidRead(async () => {
    waiting.dispose();
    const { followView } = await import("./follow-view.ts");
    host.context.subscriptions.push(await followView(host, name));
  });
  return waiting;
}
