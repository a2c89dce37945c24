import type { Notification } from "../../platforms/agave/answers/notifications.ts";
import type { PartSubject } from "../resources/parts.ts";
import type { AttachedSubject } from "../resources/show-sections.ts";
import type { NotifyingKind } from "./events.ts";

/** The section of the notifications about something. */
export interface NotificationsSubject extends AttachedSubject {
  readonly kind: "notificationsSection";
  readonly of: NotifyingKind;
  /** What they are about, for people. */
  readonly name: string;
}

/** A notification as an item. */
export interface NotificationSubject extends PartSubject<Notification> {
  readonly kind: "notification";
}
