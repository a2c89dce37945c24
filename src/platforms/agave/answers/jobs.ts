import type { Download } from "../../../http/download.ts";
import type { HistoryEvent, Links, Permission, PermissionRequest, RemoteFile } from "./common.ts";

/** A job in a list. */
export interface JobSummary {
  readonly id: string;
  readonly name?: string;
  readonly owner?: string;
  readonly executionSystem?: string;
  readonly appId?: string;
  readonly created?: string;
  /** FINISHED, KILLED, STOPPED and FAILED are final. */
  readonly status?: string;
  readonly startTime?: string | null;
  readonly endTime?: string | null;
  readonly _links?: Links;
}

/** A job: one run of an app. Names of newer servers stand beside the document's. */
export interface Job extends JobSummary {
  readonly batchQueue?: string;
  readonly nodeCount?: number;
  readonly processorsPerNode?: number;
  readonly memoryPerNode?: number;
  /** As 12:30:00. */
  readonly maxRunTime?: string;
  readonly archive?: boolean;
  readonly archivePath?: string;
  readonly archiveSystem?: string;
  readonly outputPath?: string;
  readonly message?: string;
  readonly retries?: number;
  readonly localId?: string | null;
  readonly submitTime?: string | null;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly [more: string]: unknown;
}

/** What a job is submitted with. */
export interface JobRequest {
  readonly name: string;
  readonly appId: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly archive?: boolean;
  readonly [more: string]: unknown;
}

export interface JobAnswers {
  "jobs.list": readonly JobSummary[];
  "jobs.submit": Job;
  "jobs.delete": undefined;
  "jobs.get": Job;
  /** The new job after resubmit, nothing after stop. */
  "jobs.manage": Job | undefined;
  "jobs.getHistory": readonly HistoryEvent[];
  "jobs.deletePermissions": undefined;
  "jobs.listPermissions": readonly Permission[];
  "jobs.updatePermissions": Permission | undefined;
  "jobs.deletePermissionsForUser": undefined;
  "jobs.listPermissionsForUser": Permission;
  "jobs.updatePermissionsForUser": Permission | undefined;
  "jobs.getStatus": { readonly id: string; readonly status: string; readonly _links?: Links };
  "jobs.listOutputs": readonly RemoteFile[];
  "jobs.downloadOutput": Download;
  "jobs.search": readonly JobSummary[];
}

export interface JobBodies {
  "jobs.submit": JobRequest;
  "jobs.manage": { readonly action: string; readonly [more: string]: unknown };
  "jobs.updatePermissions": PermissionRequest & { readonly username: string };
  "jobs.updatePermissionsForUser": PermissionRequest;
}
