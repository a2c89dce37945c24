import type { JobRecord, JobStatus } from "./record.ts";

/** A state on the way of a job. */
export interface JobStage {
  readonly status: JobStatus;
  readonly description: string;
}

type Condition = (job: JobRecord) => boolean;

const way: readonly (readonly [status: JobStatus, description: string, condition?: Condition])[] = [
  ["PROCESSING_INPUTS", "Identifying input files for staging"],
  [
    "STAGING_INPUTS",
    "Copying input files to the execution system",
    ({ inputs }) => Object.keys(inputs).length > 0,
  ],
  ["STAGED", "Job inputs staged to execution system"],
  ["STAGING_JOB", "Fetching app assets and staging runtime assets"],
  ["SUBMITTING", "Preparing job for execution and submitting it"],
  ["QUEUED", "Job successfully placed into queue"],
  ["RUNNING", "Job started running"],
  ["CLEANING_UP", "Job completed execution"],
  ["ARCHIVING", "Beginning to archive output", ({ archive }) => archive],
  ["ARCHIVING_FINISHED", "Job archiving completed successfully", ({ archive }) => archive],
  ["FINISHED", "Job completed successfully"],
];

/** What comes after the state of a job; undefined at its end. */
export function nextStage(job: JobRecord): JobStage | undefined {
  const stages = way.filter(([, , condition]) => condition?.(job) ?? true);
  const next = stages[stages.findIndex(([status]) => status === job.status) + 1];
  return next && { status: next[0], description: next[1] };
}
