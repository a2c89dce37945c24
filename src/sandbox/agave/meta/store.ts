import { createPermissionStore, type PermissionStore } from "../permissions.ts";
import type { MetaRecord } from "./record.ts";

/** The records of one kind: metadata, or schemas. */
export interface MetaStore {
  get(uuid: string): MetaRecord | undefined;
  all(): readonly MetaRecord[];
  put(record: MetaRecord): void;
  remove(uuid: string): void;
  /** The permissions that owners gave to others. */
  readonly permissions: PermissionStore;
}

/** Makes an empty store. */
export function createMetaStore(): MetaStore {
  const records = new Map<string, MetaRecord>();
  const permissions = createPermissionStore();
  return {
    get: (uuid) => records.get(uuid),
    all: () => [...records.values()],
    put: (record) => void records.set(record.uuid, record),
    remove(uuid) {
      records.delete(uuid);
      permissions.clear(uuid);
    },
    permissions,
  };
}
