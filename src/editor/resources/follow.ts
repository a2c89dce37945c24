import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { openConnection } from "./open.ts";
import type { Follow } from "./resource.ts";
import { showAgain } from "./show-again.ts";
import { Watch } from "./watch.ts";

/** Follows what is not finished of a view while it can be seen, until all of it is. */
export function followUnfinished(host: Host, name: ResourceViewName): vscode.Disposable {
  const model = host.resources[name];
  const view = host.views.get(viewIdOf(name))?.view;
  if (view === undefined) return vscode.Disposable.from();
  const look = async (signal: AbortSignal): Promise<boolean> => {
    const { follow } = await model.kind();
    if (follow === undefined) return false;
    for (const [connection, ids] of unfinished(host, name, follow)) {
      const data = await follow.read(await openConnection(host.sessions, connection), ids, signal);
      await model.renew(connection, data);
      await showAgain(host, name, connection);
    }
    return unfinished(host, name, follow).size > 0;
  };
  const watch = new Watch({ isVisible: () => view.visible, look });
  return vscode.Disposable.from(
    watch,
    view.onDidChangeVisibility(() => watch.wake()),
    model.onDidRead(() => watch.wake()),
  );
}

function unfinished(
  host: Host,
  name: ResourceViewName,
  { isUnfinished }: Follow<unknown>,
): ReadonlyMap<string, readonly string[]> {
  const resources = host.resources[name].all().filter(({ data }) => isUnfinished(data));
  const byConnection = Map.groupBy(resources, ({ connection }) => connection);
  return new Map([...byConnection].map(([connection, each]) => [connection, each.map(({ id }) => id)]));
}
