import { parseJson, type Reply, textOf } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { abacoError, abacoReply } from "./reply.ts";
import { type ActorRequest, type ActorTools, onActor } from "./tools.ts";

/** The operations on the state of an actor, which only stateful ones have. */
export function stateRoutes(tools: ActorTools): Route[] {
  const { store, show } = tools;

  const ofStateful =
    (handle: (asked: ActorRequest) => Reply) =>
    (asked: ActorRequest): Reply =>
      asked.actor.stateless ? abacoError("actor is stateless.", 404) : handle(asked);

  function update({ request, actor }: ActorRequest): Reply {
    const state = parseJson(textOf(request));
    if (!state) {
      return abacoError("Invalid actor state description: state must be JSON serializable.");
    }
    const updated = { ...actor, state };
    store.actors.put(updated);
    return abacoReply("State updated successfully.", show.actor(request.origin, updated));
  }

  const path = "/actors/v2/{actorId}/state";
  return [
    {
      method: "GET",
      path,
      handle: onActor(
        tools,
        "READ",
        ofStateful(({ actor }) => abacoReply("Actor state retrieved successfully.", { state: actor.state })),
      ),
    },
    { method: "POST", path, handle: onActor(tools, "UPDATE", ofStateful(update)) },
  ];
}
