import type { Actor, ActorRequest } from "../../../platforms/agave/answers/actors.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn, unlessGone } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";
import { agave } from "../agave/client.ts";

const editable = ["image", "name", "description", "defaultEnvironment", "stateless", "privileged"];

/** An actor. Abaco replaces the whole description, so that all of it is sent, as it was just read, with the change. */
export const actorEdit: Editable<Actor> = {
  one: "actor",
  read: (opened, actorId, signal) =>
    unlessGone(agave(opened).call("actors.get", { actorId }, signal ? { signal } : {})),
  fieldsOf: (actor) => fieldsIn(actor, editable),
  write: (opened, actorId, { after }) =>
    agave(opened).call("actors.update", { actorId, body: after as unknown as ActorRequest }),
  saved: showSaved("actors"),
};
