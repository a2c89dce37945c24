import { parseJson } from "../../server/message.ts";
import type { AgaveContext } from "../context.ts";
import { readNotification } from "./read.ts";
import type { NotificationRecord, NotificationRequest } from "./record.ts";

/** Notifications that come along with something else, still without a resource; or why they are refused. */
export type SeveralNotifications =
  | { readonly requests: readonly NotificationRequest[] }
  | { readonly fault: string };

const anything = "*";

/**
 * Reads the notifications that come with a job or a file: one URL or e-mail address, which is told of everything, or
 * a list of requests, also as JSON in a form. Nothing is an empty list.
 */
export function readNotifications(value: unknown): SeveralNotifications {
  const given = typeof value === "string" && value.trim().startsWith("[") ? parseJson(value) : (value ?? []);
  if (given === "") return { requests: [] };
  const list = typeof given === "string" ? [{ url: given, event: anything, persistent: true }] : given;
  if (!Array.isArray(list)) return { fault: "notifications is a list of objects with url and event." };
  const requests: NotificationRequest[] = [];
  for (const each of list) {
    const read = readNotification(
      typeof each === "object" && each !== null ? { ...each, associatedUuid: anything } : each,
    );
    if ("fault" in read) return { fault: `Invalid notification: ${read.fault}` };
    requests.push(read.request);
  }
  return { requests };
}

/** Adds a notification to those of the tenant. */
export function addNotification(
  { notifications, ids, clock }: Pick<AgaveContext, "notifications" | "ids" | "clock">,
  request: NotificationRequest,
  owner: string,
): NotificationRecord {
  const now = clock();
  const notification: NotificationRecord = {
    ...request,
    id: ids.next("notification"),
    owner,
    visible: true,
    attempts: 0,
    responseCode: null,
    success: false,
    lastSent: null,
    created: now,
    lastUpdated: now,
  };
  notifications.put(notification);
  return notification;
}
