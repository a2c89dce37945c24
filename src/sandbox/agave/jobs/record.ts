/** The states of a job. */
export type JobStatus =
  | "PENDING"
  | "PROCESSING_INPUTS"
  | "STAGING_INPUTS"
  | "STAGED"
  | "STAGING_JOB"
  | "SUBMITTING"
  | "QUEUED"
  | "RUNNING"
  | "CLEANING_UP"
  | "ARCHIVING"
  | "ARCHIVING_FINISHED"
  | "FINISHED"
  | "STOPPED"
  | "FAILED";

/** What happened to a job. */
export interface JobEvent {
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly createdBy: string;
  readonly description: string;
}

/** What is to be run: a request after it was checked, with the app's defaults filled in. */
export interface JobRequest {
  readonly name: string;
  readonly appId: string;
  readonly executionSystem: string;
  readonly batchQueue: string;
  readonly nodeCount: number;
  readonly processorsPerNode: number;
  /** GB. */
  readonly memoryPerNode: number;
  /** `HH:mm:ss`. */
  readonly maxRunTime: string;
  readonly archive: boolean;
  readonly archiveSystem: string;
  /** Empty where the service chooses it. */
  readonly archivePath: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A job. Times are milliseconds since 1970, null before they come. */
export interface JobRecord extends JobRequest {
  readonly id: string;
  readonly owner: string;
  readonly status: JobStatus;
  readonly message: string;
  readonly created: number;
  readonly lastUpdated: number;
  readonly submitTime: number | null;
  readonly startTime: number | null;
  readonly endTime: number | null;
  /** False once it was deleted. */
  readonly visible: boolean;
  readonly history: readonly JobEvent[];
}

const terminal: ReadonlySet<JobStatus> = new Set(["FINISHED", "STOPPED", "FAILED"]);

/** Whether a job has come to its end. */
export function hasEnded({ status }: Pick<JobRecord, "status">): boolean {
  return terminal.has(status);
}

/** The folder of a job on the system that ran it. */
export function workFolder({ owner, id }: JobRecord): string {
  return `/scratch/${owner}/job-${id}`;
}

/** What the scheduler of its system calls a job; null before it was submitted there. */
export function localId({ id, submitTime }: Pick<JobRecord, "id" | "submitTime">): string | null {
  return submitTime === null ? null : id.slice(0, 8);
}

/** How often a job was tried again: never, here. */
export const retries = 0;
