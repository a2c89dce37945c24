import { type Parameter, tableOf } from "../../operation.ts";
import { adds, collection, filter, jsonBody, reads, removes, search, sets } from "./shared.ts";

const uuid = {
  name: "uuid",
  type: "string",
  required: true,
  help: "The notification's id.",
} as const satisfies Parameter;

const notification = jsonBody("NotificationRequest", {
  url: "https://hooks.example.org/jobs",
  event: "FINISHED",
  associatedUuid: "0001466106591219-5056a550b8-0001-007",
  persistent: false,
});

const ofOne = { path: "/notifications/v2/{uuid}", pathParameters: [uuid] } as const;

/** The operations of Agave's notification service, by the names of the AgavePy document. */
export const notifications = tableOf({
  "notifications.add": {
    ...adds,
    path: "/notifications/v2/",
    body: notification,
    help: "Has a URL or an address told of an event.",
    result: "The notification.",
    notes: [
      "The document leaves event out; the server refuses the request without it.",
      "Properties that the server does not know are refused.",
      "The id is under id; the document says uuid.",
    ],
    ifLost:
      "The notification may have been made: look for it with notifications.list before adding it again, or it fires twice.",
  },
  "notifications.list": {
    ...reads,
    path: "/notifications/v2/",
    query: [
      { name: "associatedUuid", type: "string", help: "The resource that the notifications are about." },
      ...collection,
      search,
    ],
    pages: "offset",
    gives: "list",
    help: "Lists your notifications.",
    result: "A page of short descriptions, the newest first; whole notifications where filter is given.",
  },
  "notifications.delete": {
    ...removes,
    ...ofOne,
    help: "Removes a notification.",
    result: "Nothing.",
  },
  "notifications.get": {
    ...reads,
    ...ofOne,
    query: [filter],
    help: "Reads one notification.",
    result: "The notification.",
  },
  "notifications.update": {
    ...sets,
    ...ofOne,
    body: notification,
    help: "Replaces a notification.",
    result: "The notification as it is now.",
    notes: ["One that has fired and is not persistent cannot be changed: the server answers 412."],
  },
});
