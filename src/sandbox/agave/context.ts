import type { ActorCase } from "./actors/records.ts";
import type { AppStore } from "./apps/store.ts";
import type { FileStore } from "./files/store.ts";
import type { Gate } from "./gate.ts";
import type { IdMaker } from "./ids.ts";
import type { NotificationBus } from "./notifications/bus.ts";
import type { NotificationStore } from "./notifications/store.ts";
import type { ProfileCase } from "./profiles/search.ts";
import type { AgaveStore } from "./store.ts";
import type { SystemStore } from "./systems/store.ts";

/** Usernames of those who have a part in Agave. */
export interface AgavePeople {
  /** Signs in to the sandbox. */
  readonly operator: string;
  /** Somebody else, without any rights on what belongs to the operator. */
  readonly colleague: string;
  /** The administrator of the tenant. */
  readonly admin: string;
}

/** What the services of Agave share. Each makes its routes out of it. */
export interface AgaveContext {
  readonly seed: number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Aborts when the sandbox closes; whatever goes on behind the answers ends then. */
  readonly signal: AbortSignal;
  readonly gate: Gate;
  /** The administrator of the tenant, who may do everything. */
  isAdmin(username: string): boolean;
  readonly people: AgavePeople;
  readonly ids: IdMaker;
  readonly profiles: AgaveStore;
  readonly profileCase: ProfileCase;
  readonly actorCase: ActorCase;
  readonly systems: SystemStore;
  readonly apps: AppStore;
  /** The files of the systems; jobs leave theirs there. */
  readonly files: FileStore;
  readonly notifications: NotificationStore;
  /** Tells those who asked for it what happens to a resource. */
  readonly bus: NotificationBus;
}
