import type { ServiceUser } from "../../../platforms/ubiops/answers.ts";
import type { Editable } from "../../edits/editable.ts";
import { fieldsIn, unlessGone } from "../../edits/pick.ts";
import { showSaved } from "../../resources/saved.ts";
import { expiryOf } from "./expiry.ts";

const editable = ["name", "expiry_date", "allowed_cors_origins"];

/** A service user of UbiOps: what PATCH takes of it, and of that only what was changed. */
export const serviceUserEdit: Editable<ServiceUser> = {
  one: "service user",
  takes: () => editable,
  read: ({ client }, id, signal) =>
    unlessGone(
      client.callNamed("service_users_get", { service_user_id: id }, signal ? { signal } : {}),
    ) as Promise<ServiceUser | undefined>,
  fieldsOf: (user) => fieldsIn(user, editable),
  refusal: (user) =>
    expiryOf(user, Date.now()).state === "expired"
      ? "It has expired, and UbiOps changes nothing of expired service users. Delete and recreate it."
      : undefined,
  write: ({ client }, id, { change }) =>
    client.callNamed("service_users_update", { service_user_id: id, data: change }),
  saved: showSaved("serviceUsers"),
};
