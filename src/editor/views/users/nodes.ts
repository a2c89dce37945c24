import { scimConnections } from "../../configuration/state.ts";
import type { Host } from "../../host.ts";
import { countText, moreNode } from "../../tree/more.ts";
import { markdownText, type NodeSubject, type TreeNode } from "../../tree/node.ts";
import { userNode } from "./user-node.ts";

/** A connection as an item of a view. */
export interface ConnectionSubject extends NodeSubject {
  readonly kind: "connection";
  readonly connection: string;
}

/** The first level of the Users view: one item for each SCIM connection. */
export async function userNodes(host: Host): Promise<readonly TreeNode[]> {
  const state = await host.configuration.state();
  if (state.kind !== "ready") return [];
  const { configuration } = state;
  return scimConnections(configuration).map((connection) => {
    const { url, platform, production } = configuration.connections[connection] ?? {};
    return connectionNode(host, connection, { url, platform, production });
  });
}

interface ConnectionFacts {
  readonly url: string | undefined;
  readonly platform: string | undefined;
  readonly production: boolean | undefined;
}

function connectionNode(host: Host, connection: string, facts: ConnectionFacts): TreeNode {
  const id = `users/${connection}`;
  const subject: ConnectionSubject = { kind: "connection", connection };
  return {
    id,
    label: connection,
    description: () => connectionNotes(host, connection, facts.production ?? false),
    tooltip: `**${markdownText(connection)}** (${markdownText(facts.platform ?? "")})\n\n${markdownText(facts.url ?? "")}`,
    icon: { id: "organization" },
    noun: "connection",
    flags: ["users"],
    spoken: "connection",
    expanded: true,
    subject,
    children: { load: (signal) => listNodes(host, id, connection, signal) },
  };
}

function connectionNotes(host: Host, connection: string, production: boolean): string {
  const list = host.users.list(connection);
  return [
    ...(list === undefined ? [] : [countText(list.items.length, list.total)]),
    ...(host.users.filter === undefined ? [] : ["filtered"]),
    ...(production ? ["production"] : []),
  ].join(" · ");
}

async function listNodes(
  host: Host,
  ownerId: string,
  connection: string,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
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
