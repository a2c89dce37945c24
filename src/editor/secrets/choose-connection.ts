import type { ConnectionConfiguration } from "../../config/configuration.ts";
import { givenHandle } from "../commands/given.ts";
import type { Host } from "../host.ts";
import type { NodeSubject } from "../tree/node.ts";

/** The connection that a command was run on or that was named to it, or one that the person picks. Undefined where there is none, or none was picked. */
export async function chooseConnection(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<ConnectionConfiguration | undefined> {
  const state = await host.configuration.state();
  if (!("configuration" in state)) return undefined;
  const { connections } = state.configuration;
  if (typeof given[0] === "string") return connections[given[0]];
  const subject: (NodeSubject & { readonly connection?: unknown }) | undefined =
    givenHandle(given)?.node.subject;
  if (typeof subject?.connection === "string") return connections[subject.connection];
  const answer = await host.ask.pick({
    id: "connection",
    title,
    placeholder: "Which connection?",
    choices: Object.values(connections).map(({ name, platform, url }) => ({
      id: name,
      label: name,
      description: platform,
      detail: url,
    })),
  });
  return typeof answer === "string" ? connections[answer] : undefined;
}
