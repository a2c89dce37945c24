import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { chooseDeletedJobs } from "../../views/jobs/choose-deleted.ts";
import { manageJob } from "../../views/jobs/manage.ts";

/** Brings deleted jobs back into the list, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseDeletedJobs(host, given, "Restore Job");
  if (jobs.length === 0) return;
  const approved = await confirmed(host, jobs, {
    id: "restore",
    verb: "Restore",
    one: "job",
    detailOf: ({ name, id }) => (name === id ? id : `${name} (${id})`),
    consequence: "They are in the list again then. They do not run again.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: jobs,
    nameOf: ({ name }) => name,
    doing: "restoring",
    done: "restored",
    one: "job",
    run: (job, signal) => manageJob(host, job, "restore", signal),
    show: () => readAllAgain(host, "jobs", jobs),
  });
}
