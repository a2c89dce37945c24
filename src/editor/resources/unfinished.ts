import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";
import type { ResourceViewName } from "./catalogue.ts";
import type { ResourceModel } from "./model.ts";
import { openConnection } from "./open.ts";
import { outdatedIn } from "./outdated.ts";
import type { Follow, Resource } from "./resource.ts";
import { resourceNodeId } from "./resource-node.ts";
import { showAgain } from "./show-again.ts";

/**
 * Reads again what is not finished of a view, and shows it. A connection that cannot be read is marked as outdated, and left alone where
 * it is so already. Answers whether there is something left to follow.
 */
export async function lookAtUnfinished(
  host: Host,
  name: ResourceViewName,
  follow: Follow<unknown>,
  signal: AbortSignal,
): Promise<boolean> {
  const model = host.resources[name];
  const look = async ([connection, resources]: readonly [string, readonly Resource[]]) => {
    try {
      await readAgain(host, model, follow, connection, resources, signal);
    } catch (error) {
      if (signal.aborted) return;
      outdatedIn(model).set(connection, new Date());
      logProblem(host.log, `following the ${name} of ${connection}`, describeProblem(error));
    }
    expireEnded(host, model, follow, resources);
    await showAgain(host, name, connection);
  };
  await Promise.all(unfinished(model, follow).map(look));
  return unfinished(model, follow).length > 0;
}

/** What is not finished, by the connections that can be read. */
function unfinished(
  model: ResourceModel,
  { isUnfinished }: Follow<unknown>,
): readonly (readonly [string, readonly Resource[]])[] {
  const resources = model.all().filter(({ data }) => isUnfinished(data));
  const byConnection = Map.groupBy(resources, ({ connection }) => connection);
  return [...byConnection].filter(([connection]) => !outdatedIn(model).has(connection));
}

/** What is not in the answer is gone, or the server does not search by ids: each is read by itself. */
async function readAgain(
  host: Host,
  model: ResourceModel,
  follow: Follow<unknown>,
  connection: string,
  resources: readonly Resource[],
  signal: AbortSignal,
): Promise<void> {
  const ids = resources.map(({ id }) => id);
  const data = await follow.read(await openConnection(host.sessions, connection), ids, signal);
  const { idOf } = await model.kind();
  const found = new Set(data.map(idOf));
  await model.renew(connection, data);
  const others = ids.filter((id) => !found.has(id));
  await Promise.all(others.map((id) => model.reread(connection, id, signal)));
}

/** What is open below something that has come to its end is read once more when it is shown. */
function expireEnded(
  host: Host,
  model: ResourceModel,
  { isUnfinished }: Follow<unknown>,
  resources: readonly Resource[],
): void {
  const tree = host.views.get(viewIdOf(model.view))?.tree;
  const known = new Map(model.all().map((resource) => [resourceNodeId(resource), resource]));
  for (const id of resources.map(resourceNodeId)) {
    const resource = known.get(id);
    const handle = tree?.find(id);
    if (resource !== undefined && handle !== undefined && !isUnfinished(resource.data)) tree?.expire(handle);
  }
}
