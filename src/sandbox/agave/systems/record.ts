/** What somebody may do with a system, from nothing to everything. */
export const systemRoles = ["NONE", "GUEST", "USER", "PUBLISHER", "ADMIN", "OWNER"] as const;
export type SystemRole = (typeof systemRoles)[number];

/** A system that keeps files or runs jobs. */
export interface SystemRecord {
  readonly id: string;
  readonly uuid: string;
  readonly owner: string;
  readonly type: "STORAGE" | "EXECUTION";
  readonly isPublic: boolean;
  /** False once it is disabled or deleted, which is the same. */
  readonly available: boolean;
  /** Whether it is the default of its type for everybody. */
  readonly globalDefault: boolean;
  /** Whose default of its type it is. */
  readonly defaultOf: readonly string[];
  /** Everything else as it was described, without secrets: name, description, site, status, storage, login, queues and so on. */
  readonly description: Readonly<Record<string, unknown>>;
  /** The roles that were given to people other than the owner. */
  readonly roles: ReadonlyMap<string, SystemRole>;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly lastUpdated: number;
}
