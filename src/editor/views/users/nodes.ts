import { scimConnections } from "../../configuration/state.ts";
import type { Host } from "../../host.ts";
import { countText, moreNode } from "../../tree/more.ts";
import type { TreeNode } from "../../tree/node.ts";
import { connectionNode } from "../connection-node.ts";
import { userNode } from "./user-node.ts";

const view = "users";

/** The first level of the Users view: one item for each SCIM connection. */
export async function userNodes(host: Host): Promise<readonly TreeNode[]> {
  const state = await host.configuration.state();
  if (state.kind !== "ready") return [];
  const { configuration } = state;
  return scimConnections(configuration).flatMap((name) => {
    const connection = configuration.connections[name];
    if (connection === undefined) return [];
    const load = (signal: AbortSignal) => listNodes(host, name, signal);
    return connectionNode({ view, connection, notes: () => notes(host, name), children: { load } });
  });
}

function notes(host: Host, connection: string): readonly string[] {
  const list = host.users.list(connection);
  return [
    ...(list === undefined ? [] : [countText(list.items.length, list.total)]),
    ...(host.users.filter === undefined ? [] : ["filtered"]),
  ];
}

async function listNodes(host: Host, connection: string, signal: AbortSignal): Promise<readonly TreeNode[]> {
  const ownerId = `${view}/${connection}`;
  const list = await host.users.current(connection, signal);
  if (list.items.length === 0) return [noUsers(ownerId, host.users.filter)];
  const nodes = list.items.map((account) => userNode(host, account));
  if (list.next === undefined) return nodes;
  const count = countText(list.items.length, list.total);
  return [...nodes, moreNode({ id: `${ownerId}/more`, connection, count, problem: list.problem })];
}

function noUsers(ownerId: string, filter: string | undefined): TreeNode {
  return {
    id: `${ownerId}/none`,
    label: filter === undefined ? "No users" : "No user matches the filter",
    ...(filter === undefined ? {} : { description: filter }),
    icon: { id: "info" },
    noun: "none",
  };
}
