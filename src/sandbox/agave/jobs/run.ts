import type { AgaveContext } from "../context.ts";
import type { Pace } from "../pace.ts";
import { archiveOutput, missingInput, writeOutput } from "./outputs.ts";
import { hasEnded, type JobRecord, type JobRequest, type JobStatus } from "./record.ts";
import { jobResource } from "./resource.ts";
import { nextStage } from "./stages.ts";
import type { JobStore } from "./store.ts";

/** Takes jobs on from state to state. */
export interface JobRunner {
  /**
   * Makes a job, which then goes its way. `origin` is that of the links in what is told of it; `beforehand` comes
   * before anything is told.
   */
  submit(request: JobRequest, owner: string, origin: string, beforehand?: (id: string) => void): JobRecord;
  /** Ends a job where it is. */
  stop(job: JobRecord, by: string, origin: string): JobRecord;
  /** Makes a job visible or hides it. */
  setVisible(job: JobRecord, visible: boolean, by: string, origin: string): JobRecord;
}

/** Makes the runner. */
export function createJobRunner(context: AgaveContext, store: JobStore, pace: Pace): JobRunner {
  const { clock, ids, bus, apps } = context;

  function write(job: JobRecord, event: string, description: string, by: string, origin: string): JobRecord {
    const now = clock();
    const written: JobRecord = {
      ...job,
      message: description,
      lastUpdated: now,
      history: [...job.history, { status: event, created: now, createdBy: by, description }],
    };
    store.put(written);
    bus.publish(written.id, event, jobResource(origin, written));
    return written;
  }

  function enter(
    job: JobRecord,
    status: JobStatus,
    description: string,
    by: string,
    origin: string,
  ): JobRecord {
    const now = clock();
    return write({ ...job, ...timesAt(status, now), status }, status, description, by, origin);
  }

  /** One step on the way; false at its end. */
  function step(id: string, origin: string): boolean {
    const job = store.get(id);
    const next = job && nextStage(job);
    if (job === undefined || hasEnded(job) || next === undefined) return false;
    if (job.status === "PROCESSING_INPUTS") {
      const missing = missingInput(context, job, apps.get(job.appId)?.description.inputs);
      if (missing !== undefined) {
        enter(job, "FAILED", `Failed to stage input ${missing}: no such file or folder`, job.owner, origin);
        return false;
      }
    }
    if (next.status === "CLEANING_UP") writeOutput(context, job);
    if (next.status === "ARCHIVING_FINISHED") archiveOutput(context, job);
    return !hasEnded(enter(job, next.status, next.description, job.owner, origin));
  }

  return {
    submit(request, owner, origin, beforehand) {
      const id = ids.next("job");
      beforehand?.(id);
      const now = clock();
      const archivePath = request.archivePath || `${owner}/archive/jobs/job-${id}`;
      const job: JobRecord = {
        ...request,
        archivePath,
        id,
        owner,
        status: "PENDING",
        message: "",
        created: now,
        lastUpdated: now,
        submitTime: null,
        startTime: null,
        endTime: null,
        visible: true,
        history: [],
      };
      const written = write(job, "PENDING", "Job accepted and queued for submission.", owner, origin);
      pace.begin(id, () => step(id, origin));
      return written;
    },
    stop: (job, by, origin) => enter(job, "STOPPED", `Job was stopped by ${by}`, by, origin),
    setVisible(job, visible, by, origin) {
      const [event, description] = visible
        ? ["RESTORED", "Job was restored"]
        : ["DELETED", "Job was deleted"];
      return write({ ...job, visible }, event, `${description} by ${by}`, by, origin);
    },
  };
}

function timesAt(status: JobStatus, now: number): Partial<JobRecord> {
  if (status === "QUEUED") return { submitTime: now };
  if (status === "RUNNING") return { startTime: now };
  return hasEnded({ status }) ? { endTime: now } : {};
}
