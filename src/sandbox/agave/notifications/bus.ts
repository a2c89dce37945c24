/** What happened to a resource. */
export interface ResourceEvent {
  readonly uuid: string;
  /** In capitals, as the services name it: `FINISHED`, `UPDATED`. */
  readonly event: string;
  /** The resource as the service shows it. */
  readonly resource: unknown;
}

/** Where services tell what happens to their resources. */
export interface NotificationBus {
  /** Returns at once: who listens is told afterwards. */
  publish(uuid: string, event: string, resource?: unknown): void;
  subscribe(listener: (event: ResourceEvent) => void): void;
}

/** Makes a bus on which nobody listens yet. */
export function createNotificationBus(): NotificationBus {
  const listeners: ((event: ResourceEvent) => void)[] = [];
  return {
    publish(uuid, event, resource = {}) {
      for (const listener of listeners) listener({ uuid, event, resource });
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}
