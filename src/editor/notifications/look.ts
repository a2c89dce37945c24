import type { Notification } from "../../platforms/agave/answers/notifications.ts";
import { holdsSecret, mask } from "../calls/secrets.ts";
import type { NodeIcon } from "../tree/node.ts";
import { everyEvent } from "./events.ts";
import { policyText } from "./policy.ts";

/** What is seen of a notification's state, in words and as an icon. */
interface NotificationLook {
  readonly text: string;
  readonly icon: NodeIcon;
}

const warning = "list.warningForeground";

/** Where a notification goes, without the secrets in it: a password, or a parameter that is named like one. */
export function addressText(address: string): string {
  return address
    .replace(/^([a-z][a-z\d+.-]*:\/\/)[^/?#]*@/i, `$1${mask}@`)
    .replaceAll(/([?&]([^=&#]+)=)[^&#]*/g, (whole: string, start: string, name: string) =>
      holdsSecret(name) ? `${start}${mask}` : whole,
    );
}

/** A notification as JSON, without the secrets in its address. */
export function notificationJson(notification: Notification): Notification {
  return { ...notification, url: addressText(notification.url) };
}

/** How a notification is. Lists of some servers tell nothing of it. */
export function notificationLook(notification: Notification): NotificationLook {
  const { url, status, persistent, attempts = 0, success } = notification;
  const usual: NodeIcon = { id: url.includes("://") ? "link" : "mail" };
  const failing = attempts > 0 && success === false;
  switch (status) {
    case undefined:
      return { text: "", icon: usual };
    case "ACTIVE":
      return failing
        ? { text: "active, was not delivered last", icon: { id: "bell-dot", color: warning } }
        : { text: "active", icon: usual };
    case "COMPLETE":
      return { text: "delivered", icon: { id: "pass" } };
    case "FAILED":
      return { text: "stopped, was not delivered", icon: { id: "bell-slash", color: warning } };
    case "INACTIVE":
      return { text: persistent ? "switched off" : "over", icon: { id: "bell-slash" } };
    default:
      return { text: status.toLowerCase(), icon: usual };
  }
}

/** What is told of a notification in one line. */
export function notificationText(notification: Notification): string {
  const { event = everyEvent, persistent } = notification;
  const often = persistent === undefined ? undefined : persistent ? "each time" : "once";
  return [event === everyEvent ? "everything" : event, often, notificationLook(notification).text]
    .filter(Boolean)
    .join(" · ");
}

/** All else that is known of it, by name. */
export function notificationFacts(notification: Notification): readonly (readonly [string, string])[] {
  const { id, owner, attempts, lastSent, responseCode, policy, created, lastUpdated } = notification;
  const tried = attempts !== undefined && attempts > 0;
  const facts = [
    ["id", id],
    ["owner", owner],
    ["attempts", attempts],
    ["last sent", lastSent],
    ["last response", responseCode ?? (tried ? "none" : undefined)],
    ["what is not delivered", policy === undefined ? undefined : policyText(policy)],
    ["created", created],
    ["last updated", lastUpdated],
  ] as const;
  return facts.flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as const],
  );
}

/** Why a notification cannot be changed; undefined where it can. */
export function fixedBecause({ status, persistent }: Notification): string | undefined {
  if (status === undefined || status === "ACTIVE" || (status !== "INACTIVE" && persistent)) return undefined;
  return "It has fired or was switched off: the platform lets it be deleted, and not be changed. Add another one.";
}
