import type { Actor, ActorRequest } from "../../../platforms/agave/answers/actors.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn, unlessGone } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";
import { agave } from "../agave/client.ts";

/** Its name is part of its description, and stays what it was registered with. */
const editable = ["image", "description", "defaultEnvironment", "stateless", "privileged"];

/** What else is lost unless a replacement names it, and takes no privileged role. */
const kept = ["hints", "link", "webhook", "token", "useContainerUid", "cronSchedule", "cronOn", "logEx"];

/** An actor. Abaco replaces the whole description, so that all of it is sent, as it was just read, with the change. */
export const actorEdit: Editable<Actor> = {
  one: "actor",
  takes: () => editable,
  read: (opened, actorId, signal) =>
    unlessGone(agave(opened).call("actors.get", { actorId }, signal ? { signal } : {})),
  fieldsOf: (actor) => fieldsIn(actor, editable),
  write: (opened, actorId, { after, data }) =>
    agave(opened).call("actors.update", { actorId, body: { ...besides(data), ...after } as ActorRequest }),
  saved: showSaved("actors"),
};

function besides(actor: Actor): object {
  const others = Object.entries(fieldsIn(actor, ["name", ...kept]));
  return Object.fromEntries(others.filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value)));
}
