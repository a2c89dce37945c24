import type { Host } from "../host.ts";
import type { ResourceViewName } from "./catalogue.ts";
import { openConnection } from "./open.ts";
import type { Follow } from "./resource.ts";
import { showAgain } from "./show-again.ts";

/** Reads again what is not finished of a view, and shows it. Answers whether there is something left that is not. */
export async function lookAtUnfinished(
  host: Host,
  name: ResourceViewName,
  signal: AbortSignal,
): Promise<boolean> {
  const model = host.resources[name];
  const { follow } = await model.kind();
  if (follow === undefined) return false;
  for (const [connection, ids] of unfinished(host, name, follow)) {
    const data = await follow.read(await openConnection(host.sessions, connection), ids, signal);
    await model.renew(connection, data);
    await showAgain(host, name, connection);
  }
  return unfinished(host, name, follow).size > 0;
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
