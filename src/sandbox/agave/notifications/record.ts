/** How often and how a notification is repeated that was not taken. */
export interface RetryPolicy {
  readonly retryStrategyType: string;
  readonly retryLimit: number;
  /** Seconds. */
  readonly retryRate: number;
  /** Seconds. */
  readonly retryDelay: number;
  readonly saveOnFailure: boolean;
}

export const notificationStatuses = ["ACTIVE", "INACTIVE", "COMPLETE", "FAILED"] as const;
export type NotificationStatus = (typeof notificationStatuses)[number];

/** What somebody asks to be told, and where. */
export interface NotificationRequest {
  readonly url: string;
  /** In capitals; `*` for all. */
  readonly event: string;
  /** The uuid of the resource; `*` for all. */
  readonly associatedUuid: string;
  /** Whether it goes on after the first time. */
  readonly persistent: boolean;
  readonly status: NotificationStatus;
  readonly policy: RetryPolicy;
}

/** A notification. Times are milliseconds since 1970. */
export interface NotificationRecord extends NotificationRequest {
  readonly id: string;
  readonly owner: string;
  /** False once it is deleted. */
  readonly visible: boolean;
  readonly attempts: number;
  readonly responseCode: number | null;
  readonly success: boolean;
  readonly lastSent: number | null;
  readonly created: number;
  readonly lastUpdated: number;
}

/** A notification as a list shows it. */
export function notificationSummary(record: NotificationRecord, origin: string): unknown {
  const { id, url, associatedUuid, event } = record;
  return { id, url, associatedUuid, event, _links: linksOf(record, origin) };
}

/** A notification with all that is known of it. */
export function notificationResource(record: NotificationRecord, origin: string): unknown {
  const { id, owner, url, associatedUuid, event, responseCode, attempts, success, persistent } = record;
  const time = (value: number | null): string | null =>
    value === null ? null : new Date(value).toISOString();
  return {
    id,
    owner,
    url,
    associatedUuid,
    event,
    responseCode,
    attempts,
    lastSent: time(record.lastSent),
    success,
    persistent,
    status: record.status,
    lastUpdated: time(record.lastUpdated),
    created: time(record.created),
    policy: record.policy,
    _links: linksOf(record, origin),
  };
}

function linksOf({ id, owner }: NotificationRecord, origin: string): unknown {
  const self = `${origin}/notifications/v2/${id}`;
  return {
    self: { href: self },
    history: { href: `${self}/history` },
    attempts: { href: `${self}/attempts` },
    owner: { href: `${origin}/profiles/v2/${encodeURIComponent(owner)}` },
  };
}
