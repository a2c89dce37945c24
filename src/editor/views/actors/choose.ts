import type { Actor } from "../../../platforms/agave/answers/actors.ts";
import { givenHandle } from "../../commands/given.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import type { NodeSubject } from "../../tree/node.ts";
import type { ActorPlace } from "./executions.ts";

const kinds: ReadonlySet<string> = new Set(["workers", "nonces", "messages", "executions", "actorState"]);

/** The actor that a command was run on, by itself or by one of its sections, or one that the person picks. */
export async function chooseActor(
  host: Host,
  given: readonly unknown[],
  title: string,
): Promise<ActorPlace | undefined> {
  const subject = givenHandle(given)?.node.subject as (NodeSubject & ActorPlace) | undefined;
  if (subject !== undefined && kinds.has(subject.kind)) return subject;
  const [actor] = await chooseResources<Actor>(host, given, "actors", { title });
  return actor && { connection: actor.connection, actor: actor.id, name: actor.name };
}
