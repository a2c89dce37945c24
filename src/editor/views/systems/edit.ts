import type { System, SystemRequest } from "../../../platforms/agave/answers/systems.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsWithout, unlessGone } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";
import { agave } from "../agave/client.ts";

/** What the server keeps account of itself. */
const ofServer = new Set([
  "uuid",
  "revision",
  "public",
  "globalDefault",
  "lastUpdated",
  "lastModified",
  "owner",
  "_links",
]);

/** A system. Agave replaces the whole description under the same id, so that all of it is sent, as it was just read, with the change. */
export const systemEdit: Editable<System> = {
  one: "system",
  read: (opened, systemId, signal) =>
    unlessGone(agave(opened).call("systems.get", { systemId }, signal ? { signal } : {})),
  fieldsOf: (system) => fieldsWithout(system, ofServer),
  refusal: (system) =>
    system.public ? "Public systems cannot be changed. Unpublish it first, or clone it." : undefined,
  write: (opened, systemId, { after }) =>
    agave(opened).call("systems.update", { systemId, body: after as unknown as SystemRequest }),
  saved: showSaved("systems"),
};
