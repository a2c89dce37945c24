import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { submitJob } from "../../submission/submit-job.ts";
import { withViewProgress } from "../../ui/progress.ts";
import { agaveClient } from "../../views/agave/client.ts";
import { chooseJobs } from "../../views/jobs/choose.ts";

/** Submits a job of the same app, beginning with what a job was submitted with, as a draft that is checked against the app. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [resource] = await chooseJobs(host, given, "Resubmit Job with Changes", {
    test: ({ appId }) => Boolean(appId),
    none: "The platform does not tell which app the job ran.",
  });
  if (resource === undefined) return;
  const { connection, id } = resource;
  const client = await agaveClient(host, connection);
  const job = await withViewProgress(viewIdOf("jobs"), () => client.call("jobs.get", { jobId: id }));
  await submitJob(host, connection, job.appId ?? resource.data.appId ?? "", job);
}
