import type { AgaveContext } from "../context.ts";
import { archiveOutput, writeOutput } from "./outputs.ts";
import { hasEnded, type JobRecord, type JobStatus } from "./record.ts";
import { checkRequest } from "./request.ts";
import type { JobStore } from "./store.ts";

const samples: readonly (readonly [name: string, status: JobStatus, message: string])[] = [
  ["first light", "FINISHED", "Job completed successfully"],
  ["calibration", "FAILED", "Job did not complete within its time"],
  ["night run", "STOPPED", "Job was stopped by its owner"],
  ["long exposure", "RUNNING", "Job started running"],
];

const hour = 3_600_000;

/**
 * Writes some jobs of the person who signs in, one hour after the other: some that have ended, and one that runs until somebody stops
 * it. None where no app can run.
 */
export function writeSampleJobs(context: AgaveContext, store: JobStore): void {
  const { apps, people, ids, clock } = context;
  for (const app of apps.all()) {
    const body = { name: "sample", appId: app.id, inputs: {}, parameters: {} };
    const checked = checkRequest(context, body, people.operator);
    if ("fault" in checked) continue;
    for (const [index, [name, status, message]] of samples.entries()) {
      const id = ids.next("job");
      const created = clock() - (samples.length - index) * hour;
      const lastUpdated = created + hour / 2;
      const job: JobRecord = {
        ...checked.job,
        archivePath: `${people.operator}/archive/jobs/job-${id}`,
        id,
        name,
        owner: people.operator,
        status,
        message,
        created,
        lastUpdated,
        submitTime: created,
        startTime: created,
        endTime: hasEnded({ status }) ? lastUpdated : null,
        visible: true,
        history: [
          { status: "PENDING", created, createdBy: people.operator, description: "Job accepted" },
          { status, created: lastUpdated, createdBy: people.operator, description: message },
        ],
      };
      store.put(job);
      writeOutput(context, job);
      if (status === "FINISHED" && job.archive) archiveOutput(context, job);
    }
    return;
  }
}
