import type { Editable } from "../../edits/editable.ts";
import { unlessGone } from "../../edits/pick.ts";
import { isFields } from "../../edits/three-way.ts";
import { agave } from "../agave/client.ts";

/** The state that an actor keeps from one execution to the next, as a whole. */
export const actorStateEdit: Editable<{ readonly state: unknown }> = {
  one: "state",
  read: (opened, actorId, signal) =>
    unlessGone(agave(opened).call("actors.getState", { actorId }, signal ? { signal } : {})),
  fieldsOf: ({ state }) => (isFields(state) ? state : {}),
  refusal: ({ state }) =>
    isFields(state) || state === undefined || state === null || state === ""
      ? undefined
      : "The state of this actor is no JSON object. Run the operation actors.updateState to replace it.",
  write: (opened, actorId, { after }) => agave(opened).call("actors.updateState", { actorId, body: after }),
  saved: async () => {},
};
