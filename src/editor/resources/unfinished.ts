import type { Host } from "../host.ts";
import { viewIdOf } from "../identifiers.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";
import type { ResourceViewName } from "./catalogue.ts";
import type { ResourceModel } from "./model.ts";
import { openConnection } from "./open.ts";
import type { Follow, Resource } from "./resource.ts";
import { resourceNodeId } from "./resource-node.ts";
import { showAgain } from "./show-again.ts";

/**
 * Reads again what is not finished of a view, and shows it. Connections that could not be read are put among the failed ones, and are
 * left alone where they are there already. Answers whether there is something left to follow.
 */
export async function lookAtUnfinished(
  host: Host,
  name: ResourceViewName,
  failed: Set<string>,
  signal: AbortSignal,
): Promise<boolean> {
  const model = host.resources[name];
  const { follow, many } = await model.kind();
  if (follow === undefined) return false;
  const look = async ([connection, resources]: readonly [string, readonly Resource[]]) => {
    try {
      await readAgain(host, model, follow, connection, resources, signal);
    } catch (error) {
      if (signal.aborted) return;
      failed.add(connection);
      model.markOutdated(connection);
      logProblem(host.log, `following the ${many} of ${connection}`, describeProblem(error));
    }
    expireEnded(host, model, follow, resources);
    await showAgain(host, name, connection);
  };
  await Promise.all(unfinished(model, follow, failed).map(look));
  return unfinished(model, follow, failed).length > 0;
}

/** What is not finished, by the connections that have not failed. */
function unfinished(
  model: ResourceModel,
  { isUnfinished }: Follow<unknown>,
  failed: ReadonlySet<string>,
): readonly (readonly [string, readonly Resource[]])[] {
  const resources = model.all().filter(({ data }) => isUnfinished(data));
  const byConnection = Map.groupBy(resources, ({ connection }) => connection);
  return [...byConnection].filter(([connection]) => !failed.has(connection));
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
