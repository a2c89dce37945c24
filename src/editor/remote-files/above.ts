import type { Host } from "../host.ts";
import { connectionsOf } from "../resources/nodes.ts";
import { remoteClient } from "./client.ts";
import { type Above, baseNames } from "./path.ts";

/** The names of what lies directly below: connections, the systems of one, or the two folders that a system is entered by. */
export async function namesBelow(host: Host, { connection, system }: Above): Promise<readonly string[]> {
  if (connection === undefined) return (await connectionsOf(host, "systems")).map(({ name }) => name);
  return system === undefined ? systemIds(host, connection) : Object.values(baseNames);
}

/** The ids of all systems of a connection, in the order of the alphabet. */
export async function systemIds(host: Host, connection: string): Promise<readonly string[]> {
  const client = await remoteClient(host, connection);
  const ids: string[] = [];
  for await (const page of client.pages("systems.list", { filter: ["id"] }))
    ids.push(...page.map(({ id }) => id));
  return ids.toSorted((one, other) => one.localeCompare(other, "en"));
}
