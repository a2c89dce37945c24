import type { Links } from "./common.ts";

/** A notification in a list. */
export interface NotificationSummary {
  readonly id: string;
  /** Where it goes: a URL or an e-mail address. */
  readonly url: string;
  readonly associatedUuid?: string;
  readonly event?: string;
  readonly _links?: Links;
}

/** A notification. */
export interface Notification extends NotificationSummary {
  readonly owner?: string;
  readonly status?: string;
  readonly persistent?: boolean;
  readonly responseCode?: number | null;
  readonly attempts?: number;
  readonly lastSent?: string | null;
  readonly success?: boolean;
  readonly policy?: {
    readonly retryStrategyType?: string;
    readonly retryLimit?: number;
    readonly retryRate?: number;
    readonly retryDelay?: number;
    readonly saveOnFailure?: boolean;
  };
  readonly created?: string;
  readonly lastUpdated?: string;
}

/** What a notification is added or replaced with; the server refuses what it does not know. */
export interface NotificationRequest {
  readonly url: string;
  readonly event: string;
  readonly associatedUuid: string;
  readonly persistent?: boolean;
  readonly status?: string;
  readonly policy?: Notification["policy"];
}

export interface NotificationAnswers {
  "notifications.add": Notification;
  "notifications.list": readonly NotificationSummary[];
  "notifications.delete": undefined;
  "notifications.get": Notification;
  "notifications.update": Notification;
}

export interface NotificationBodies {
  "notifications.add": NotificationRequest;
  "notifications.update": NotificationRequest;
}
