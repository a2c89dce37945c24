import type { AgaveContext } from "../context.ts";
import type { ResourceEvent } from "./bus.ts";
import { deliver } from "./deliver.ts";
import type { NotificationRecord } from "./record.ts";

/** The notifications of a tenant, deleted ones included. */
export interface NotificationStore {
  get(id: string): NotificationRecord | undefined;
  all(): readonly NotificationRecord[];
  put(notification: NotificationRecord): void;
}

/** Makes a store that listens to the bus and tells those who asked for it, each notification one event after the other. */
export function createNotificationStore({
  bus,
  clock,
  signal,
}: Pick<AgaveContext, "bus" | "clock" | "signal">): NotificationStore {
  const notifications = new Map<string, NotificationRecord>();
  const turns = new Map<string, Promise<void>>();

  /** What came before may have used the notification up, so it is looked at anew when its turn comes. */
  async function tell(id: string, event: ResourceEvent): Promise<void> {
    const notification = notifications.get(id);
    if (notification?.status !== "ACTIVE") return;
    const { attempts, responseCode, success } = await deliver(notification, event, signal);
    const current = notifications.get(id) ?? notification;
    const ended = current.status !== "ACTIVE" || current.persistent;
    const status = success ? "COMPLETE" : "FAILED";
    const now = clock();
    notifications.set(id, {
      ...current,
      status: ended ? current.status : status,
      attempts: current.attempts + attempts,
      responseCode,
      success,
      lastSent: now,
      lastUpdated: now,
    });
  }

  bus.subscribe((event) => {
    for (const notification of notifications.values()) {
      if (!isMeant(notification, event)) continue;
      const before = turns.get(notification.id) ?? Promise.resolve();
      turns.set(
        notification.id,
        before.then(() => tell(notification.id, event)),
      );
    }
  });

  return {
    get: (id) => notifications.get(id),
    all: () => [...notifications.values()],
    put: (notification) => void notifications.set(notification.id, notification),
  };
}

function isMeant(
  { visible, status, associatedUuid, event }: NotificationRecord,
  happened: ResourceEvent,
): boolean {
  return (
    visible &&
    status === "ACTIVE" &&
    (associatedUuid === "*" || associatedUuid === happened.uuid) &&
    (event === "*" || event === happened.event.toUpperCase())
  );
}
