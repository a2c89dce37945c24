import { createPermissionStore, type PermissionStore } from "../permissions.ts";
import type { JobRecord } from "./record.ts";

/** The jobs of a tenant. */
export interface JobStore {
  /** Gives hidden jobs as well. */
  get(id: string): JobRecord | undefined;
  all(): readonly JobRecord[];
  put(job: JobRecord): void;
  /** The permissions that owners gave to others. */
  readonly permissions: PermissionStore;
}

/** Makes an empty store. */
export function createJobStore(): JobStore {
  const jobs = new Map<string, JobRecord>();
  return {
    get: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    put: (job) => void jobs.set(job.id, job),
    permissions: createPermissionStore(),
  };
}
