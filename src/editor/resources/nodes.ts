import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { connectionsShownBy } from "../configuration/connections.ts";
import type { Host } from "../host.ts";
import { countText, moreNode } from "../tree/more.ts";
import type { TreeNode } from "../tree/node.ts";
import { connectionNode } from "../views/connection-node.ts";
import { arrangementNotes, grouped, sorted } from "./arrangement.ts";
import { type ResourceViewName, resourceViews } from "./catalogue.ts";
import type { ResourceModel } from "./model.ts";
import type { Resource, ResourceKind } from "./resource.ts";

/** The first level of a view of resources: one item for each connection to its platforms. */
export async function connectionNodes(host: Host, view: ResourceViewName): Promise<readonly TreeNode[]> {
  const model = host.resources[view];
  const kind = await model.kind();
  return (await connectionsOf(host, view)).map((connection) =>
    connectionNode({
      view,
      connection,
      notes: () => notes(model, kind, connection.name),
      children: { load: (signal) => listNodes(host, model, connection.name, signal) },
    }),
  );
}

/** The configured connections that a view shows, the target of the reconciliation first; none where no configuration can be used. */
export async function connectionsOf(
  host: Host,
  view: ResourceViewName,
): Promise<readonly ConnectionConfiguration[]> {
  const state = await host.configuration.state();
  if (!("configuration" in state)) return [];
  return connectionsShownBy(state.configuration, resourceViews[view].platforms);
}

/** What a list shows of what has been read: all of it where the server filters. */
function shownOf(model: ResourceModel, kind: ResourceKind, items: readonly Resource[]): readonly Resource[] {
  const { filter } = model;
  if (filter === undefined || kind.filter.matches === undefined) return items;
  return items.filter(({ data }) => kind.filter.matches?.(filter, data));
}

function notes(model: ResourceModel, kind: ResourceKind, connection: string): readonly string[] {
  const list = model.list(connection);
  if (list === undefined) return [];
  const shown = shownOf(model, kind, list.items).length;
  const all = list.next === undefined ? list.items.length : list.total;
  return [
    shown === all ? shown.toLocaleString("en") : countText(shown, all),
    ...(model.filter === undefined ? [] : ["filtered"]),
    ...arrangementNotes(kind, model.arrangement),
  ];
}

async function listNodes(
  host: Host,
  model: ResourceModel,
  connection: string,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const ownerId = `${model.view}/${connection}`;
  const kind = await model.kind();
  const list = await model.current(connection, signal);
  const place = { host, connection, ownerId, signal };
  const around = await kind.surroundings?.(place);
  const shown = sorted(kind, model.arrangement, shownOf(model, kind, list.items), around);
  const nodes = await grouped(kind, model.arrangement, ownerId, shown, around, async (members) =>
    kind.nodes(place, members, around),
  );
  const ahead = (await kind.ahead?.(place, around)) ?? [];
  const none = shown.length === 0 ? [noneNode(ownerId, kind, model.filter)] : [];
  if (list.next === undefined) return [...ahead, ...nodes, ...none];
  const count = countText(list.items.length, list.total);
  const more = moreNode({ id: `${ownerId}/more`, connection, count, problem: list.problem });
  return [...ahead, ...nodes, ...none, more];
}

function noneNode(ownerId: string, { one, many }: ResourceKind, filter: string | undefined): TreeNode {
  return {
    id: `${ownerId}/none`,
    label: filter === undefined ? `No ${many}` : `No ${one} matches the filter`,
    ...(filter === undefined ? {} : { description: filter }),
    icon: { id: "info" },
    noun: "none",
  };
}
