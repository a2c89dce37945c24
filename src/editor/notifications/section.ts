import type { Notification } from "../../platforms/agave/answers/notifications.ts";
import type { Host } from "../host.ts";
import { openConnection } from "../resources/open.ts";
import { sectionNode } from "../resources/section.ts";
import type { AttachedSubject } from "../resources/show-sections.ts";
import { markdownText, type NodeSubject, type TreeNode } from "../tree/node.ts";
import { agave } from "../views/agave/client.ts";
import type { NotifyingKind } from "./events.ts";

/** The section of the notifications about something. */
export interface NotificationsSubject extends AttachedSubject {
  readonly kind: "notificationsSection";
  readonly of: NotifyingKind;
  /** What they are about, for people. */
  readonly name: string;
}

/** A notification as an item. */
export interface NotificationSubject extends NodeSubject {
  readonly kind: "notification";
  readonly connection: string;
  readonly name: string;
  readonly data: Notification;
}

interface Notifying {
  readonly connection: string;
  readonly uuid: string;
  readonly of: NotifyingKind;
  readonly name: string;
}

const most = 100;

/** The notifications about something, by its uuid. */
export function notificationsNode(host: Host, ownerId: string, about: Notifying): TreeNode {
  const { connection, uuid } = about;
  const subject: NotificationsSubject = { kind: "notificationsSection", ...about };
  return sectionNode(ownerId, {
    name: "notifications",
    label: "Notifications",
    icon: { id: "bell" },
    noun: "notificationsSection",
    subject,
    none: "Nobody is notified of it",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, connection));
      const found = (await client.callNamed(
        "notifications.list",
        { associatedUuid: uuid, limit: most, filter: "*" },
        { signal },
      )) as readonly Notification[];
      return found.map((data) => itemNode(`${ownerId}/notifications`, connection, data));
    },
  });
}

function itemNode(ownerId: string, connection: string, data: Notification): TreeNode {
  const { id, url, event = "*", status, persistent } = data;
  const subject: NotificationSubject = { kind: "notification", connection, name: url, data };
  const rows = [
    ["id", id],
    ["status", status],
    ["attempts", data.attempts],
    ["last sent", data.lastSent],
    ["response", data.responseCode],
    ["created", data.created],
  ].filter(([, value]) => value !== undefined && value !== null);
  const failed = data.success === false && (data.attempts ?? 0) > 0;
  return {
    id: `${ownerId}/${id}`,
    label: url,
    description: [event, persistent ? "each time" : "once", status?.toLowerCase()]
      .filter(Boolean)
      .join(" · "),
    tooltip: rows.map(([name, value]) => `- ${name}: ${markdownText(String(value))}`).join("\n"),
    icon: failed
      ? { id: "bell-dot", color: "list.warningForeground" }
      : { id: url.includes("@") ? "mail" : "link" },
    noun: "notification",
    flags: ["editable"],
    spoken: failed ? "notification, not delivered" : "notification",
    subject,
  };
}
