import type { Host } from "../../host.ts";
import { readAgain, readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { type Lost, lostSubmission, tellLost } from "../../submission/lost.ts";
import { showJob } from "../../submission/show-job.ts";
import { submitJob } from "../../submission/submit-job.ts";
import { withProgress } from "../../ui/progress.ts";
import type { JobResource } from "./job.ts";
import { manageJob } from "./manage.ts";

/** Submits a job once more and shows the new one. Where the answer is lost, the person is told what became of it; it is not sent again. */
export async function resubmitOne(host: Host, resource: JobResource): Promise<void> {
  const { connection, name, data } = resource;
  const sentAt = Date.now();
  try {
    const job = await withProgress(`resubmitting ${name}`, ({ signal }) =>
      manageJob(host, resource, "resubmit", signal),
    );
    await (job === undefined ? readAgain(host, "jobs", connection) : showJob(host, connection, job));
  } catch (error) {
    if (!isLost(error)) throw error;
    await readAgain(host, "jobs", connection);
    const wantsChange = await tellLost(host, lostOf(resource, sentAt));
    if (wantsChange && data.appId) await submitJob(host, connection, data.appId, data);
  }
}

/** Submits each of several jobs once more, and tells what became of each. */
export function resubmitEach(host: Host, jobs: readonly JobResource[]): Promise<void> {
  return workOnEach(host, {
    items: jobs,
    nameOf: ({ name }) => name,
    doing: "resubmitting",
    done: "resubmitted",
    one: "job",
    async run(resource, signal) {
      const sentAt = Date.now();
      try {
        await manageJob(host, resource, "resubmit", signal);
      } catch (error) {
        throw isLost(error) ? new Error(await lostSubmission(host, lostOf(resource, sentAt))) : error;
      }
    },
    show: () => readAllAgain(host, "jobs", jobs),
  });
}

function isLost(error: unknown): boolean {
  return (error as { readonly landed?: unknown }).landed === "unknown";
}

function lostOf({ connection, id, name, data }: JobResource, sentAt: number): Lost {
  return { connection, request: { name, appId: data.appId ?? "" }, like: id, sentAt };
}
