import type { Notification, NotificationRequest } from "../../platforms/agave/answers/notifications.ts";
import type { Editable } from "../edits/editable.ts";
import { fieldsIn, unlessGone } from "../edits/pick.ts";
import { agave } from "../views/agave/client.ts";
import { fixedBecause } from "./look.ts";
import { showNotifications } from "./show.ts";

const editable = ["url", "event", "associatedUuid", "persistent", "policy"];

/** A notification. Agave replaces it as a whole and refuses fields that it does not know. */
export const notificationEdit: Editable<Notification> = {
  one: "notification",
  takes: () => editable,
  read: (opened, uuid, signal) =>
    unlessGone(agave(opened).call("notifications.get", { uuid }, signal ? { signal } : {})),
  refusal: fixedBecause,
  fieldsOf: (notification) => fieldsIn(notification, editable),
  write: (opened, uuid, { after }) =>
    agave(opened).call("notifications.update", { uuid, body: after as unknown as NotificationRequest }),
  saved: (host, connection) => showNotifications(host, connection),
};
