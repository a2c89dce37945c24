import type { Notification } from "../../platforms/agave/answers/notifications.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { noteNode, sectionNode } from "../resources/section.ts";
import { markdownText, type TreeNode } from "../tree/node.ts";
import { agave } from "../views/agave/client.ts";
import { mostListed, wholeList } from "../views/agave/whole-list.ts";
import type { NotifyingKind } from "./events.ts";
import {
  addressText,
  fixedBecause,
  notificationFacts,
  notificationJson,
  notificationLook,
  notificationText,
} from "./look.ts";
import type { NotificationSubject, NotificationsSubject } from "./subjects.ts";

interface Notifying {
  readonly connection: string;
  readonly uuid: string;
  readonly of: NotifyingKind;
  /** For people. */
  readonly name: string;
}

/** The notifications about something, by its uuid. */
export function notificationsNode(host: Host, ownerId: string, about: Notifying): TreeNode {
  const { connection, uuid } = about;
  const subject: NotificationsSubject = { kind: "notificationsSection", ...about };
  const id = `${ownerId}/notifications`;
  return sectionNode(ownerId, {
    name: "notifications",
    label: "Notifications",
    icon: { id: "bell" },
    noun: "notificationsSection",
    subject,
    none: "Nobody is notified of it",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, connection));
      const { items, goesOn } = await wholeList<Notification>(
        // Without a filter, lists tell little more than the address.
        (page) =>
          client.call("notifications.list", { ...page, associatedUuid: uuid, filter: ["*"] }, { signal }),
        (notification) => notification.id,
      );
      return [
        ...items.map((data) => itemNode(id, connection, data)),
        ...(goesOn ? [noteNode(id, `The first ${mostListed.toLocaleString("en")}`)] : []),
      ];
    },
  });
}

function itemNode(ownerId: string, connection: string, data: Notification): TreeNode {
  const name = addressText(data.url);
  const subject: NotificationSubject = {
    kind: "notification",
    connection,
    id: data.id,
    name,
    data,
    json: notificationJson(data),
  };
  const facts = notificationFacts(data).map(([label, value]) => `- ${label}: ${markdownText(value)}`);
  return {
    id: `${ownerId}/${data.id}`,
    label: name,
    description: notificationText(data),
    tooltip: [`**${markdownText(name)}**`, markdownText(notificationText(data)), facts.join("\n")].join(
      "\n\n",
    ),
    icon: notificationLook(data).icon,
    noun: "notification",
    flags: fixedBecause(data) === undefined ? ["editable"] : [],
    spoken: "notification",
    subject,
  };
}
