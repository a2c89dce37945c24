import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import type { Pace } from "../pace.ts";
import type { ActorAccess } from "./access.ts";
import type { Actor, ActorLevel } from "./records.ts";
import type { ActorResources } from "./resources.ts";
import type { ActorRunner } from "./run.ts";
import type { ActorStore } from "./store.ts";

/** What the operations on actors work with. */
export interface ActorTools {
  readonly context: AgaveContext;
  readonly store: ActorStore;
  readonly access: ActorAccess;
  readonly runner: ActorRunner;
  readonly pace: Pace;
  readonly show: ActorResources;
}

/** A request about one actor, from somebody who may make it. */
export interface ActorRequest {
  readonly request: SandboxRequest;
  readonly actor: Actor;
  readonly username: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Handles requests about an actor: takes everything one step on, and lets those through who have the level. */
export function onActor(
  { access, pace, store }: ActorTools,
  level: ActorLevel,
  handle: (request: ActorRequest) => Reply | Promise<Reply>,
): Route["handle"] {
  return (request, parameters) => {
    pace.look();
    const found = access.find(request, parameters.actorId ?? "", level);
    if ("reply" in found) return found.reply;
    return handle({ request, parameters, ...found, actor: store.actors.get(found.actor.id) ?? found.actor });
  };
}
