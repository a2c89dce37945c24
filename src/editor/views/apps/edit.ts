import type { App, AppRequest } from "../../../platforms/agave/answers/apps.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsWithout, unlessGone } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";
import { agave } from "../agave/client.ts";

/** What the server keeps account of itself. */
export const appFieldsOfServer: ReadonlySet<string> = new Set([
  "id",
  "uuid",
  "revision",
  "isPublic",
  "lastModified",
  "owner",
  "_links",
]);

/** An app. Agave replaces the whole description, so that all of it is sent, as it was just read, with the change. */
export const appEdit: Editable<App> = {
  one: "app",
  read: (opened, appId, signal) =>
    unlessGone(agave(opened).call("apps.get", { appId }, signal ? { signal } : {})),
  fieldsOf: (app) => fieldsWithout(app, appFieldsOfServer),
  refusal: ({ isPublic }) =>
    isPublic ? "Public apps cannot be changed. Clone it, change the clone, and publish that." : undefined,
  write: (opened, appId, { after }) =>
    agave(opened).call("apps.update", { appId, body: after as unknown as AppRequest }),
  saved: showSaved("apps"),
};
