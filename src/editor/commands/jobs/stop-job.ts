import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseJobs } from "../../views/jobs/choose.ts";
import { isUnderWay } from "../../views/jobs/job.ts";
import { manageJob } from "../../views/jobs/manage.ts";
import { jobLook } from "../../views/jobs/status.ts";

/** Stops the selected jobs that are under way, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseJobs(host, given, "Stop Job", {
    test: isUnderWay,
    none: "No job is under way: all have ended.",
  });
  if (jobs.length === 0) return;
  const approved = await confirmed(host, jobs, {
    id: "stop",
    verb: "Stop",
    one: "job",
    detailOf: ({ name, id, data }) => `${name} (${id}), ${jobLook(data.status).text}`,
    consequence: "What they have not written yet is lost. They can be resubmitted.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: jobs,
    nameOf: ({ name }) => name,
    doing: "stopping",
    done: "stopped",
    one: "job",
    run: (job, signal) => manageJob(host, job, "stop", signal),
    show: () => readAllAgain(host, "jobs", jobs),
  });
}
