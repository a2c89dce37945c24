import {
  allPermissions,
  createPermissionStore,
  type Permission,
  type PermissionStore,
} from "../permissions.ts";
import type { AppRecord } from "./record.ts";

/** The apps of a tenant. */
export interface AppStore {
  /** Gives apps that are disabled as well. */
  get(id: string): AppRecord | undefined;
  all(): readonly AppRecord[];
  put(app: AppRecord): void;
  remove(id: string): void;
  /** The permissions that owners gave to others. */
  readonly permissions: PermissionStore;
  /** What somebody may do with an app: everything for owners and administrators, read and run for public ones. */
  permissionOf(app: AppRecord, username: string): Permission;
}

/** Makes an empty store. */
export function createAppStore(isAdmin: (username: string) => boolean): AppStore {
  const apps = new Map<string, AppRecord>();
  const permissions = createPermissionStore();
  return {
    get: (id) => apps.get(id),
    all: () => [...apps.values()],
    put: (app) => void apps.set(app.id, app),
    remove: (id) => void apps.delete(id),
    permissions,
    permissionOf(app, username) {
      if (isAdmin(username)) return allPermissions;
      if (app.isPublic) return { read: true, write: false, execute: true };
      return app.owner === username ? allPermissions : permissions.get(app.uuid, username);
    },
  };
}
