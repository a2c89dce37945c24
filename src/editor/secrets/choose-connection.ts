import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { givenHandle } from "../commands/given.ts";
import type { Host } from "../host.ts";
import type { NodeSubject } from "../tree/node.ts";
import type { Choice } from "../ui/ask.ts";

interface Choosing {
  readonly title: string;
  /** How the connections are offered, where that is not all of them as they stand in the file; it tells the person where there are none. */
  readonly choices?: (connections: readonly ConnectionConfiguration[]) => Promise<readonly Choice[]>;
}

/** The connection that a command was run on or that was named to it, or one that the person picks. Undefined where there is none, or none was picked. */
export async function chooseConnection(
  host: Host,
  given: readonly unknown[],
  { title, choices = async (connections) => connections.map((each) => connectionChoice(each)) }: Choosing,
): Promise<ConnectionConfiguration | undefined> {
  const state = await host.configuration.state();
  if (!("configuration" in state)) return undefined;
  const { connections } = state.configuration;
  if (typeof given[0] === "string") return connections[given[0]];
  const subject: (NodeSubject & { readonly connection?: unknown }) | undefined =
    givenHandle(given)?.node.subject;
  if (typeof subject?.connection === "string") return connections[subject.connection];
  const offered = await choices(Object.values(connections));
  if (offered.length === 0) return undefined;
  const placeholder = "Which connection?";
  const answer = await host.ask.pick({ id: "connection", title, placeholder, choices: offered });
  return typeof answer === "string" ? connections[answer] : undefined;
}

/** A connection among others, with what is to be said of it. */
export function connectionChoice({ name, platform, url }: ConnectionConfiguration, said?: string): Choice {
  return {
    id: name,
    label: name,
    description: said ?? platform,
    detail: said === undefined ? url : `${platform} · ${url}`,
  };
}
