import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";

/** Submits the selected jobs once more as they were, after one question. Each becomes a job of its own. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseResources<JobSummary>(host, given, "jobs", { title: "Resubmit Job" });
  if (jobs.length === 0) return;
  const approved = await confirmed(host, jobs, {
    id: "resubmit",
    verb: "Resubmit",
    one: "job",
    detailOf: ({ name, id, data }) => [name, `(${id})`, data.appId].filter(Boolean).join(" "),
    consequence: "Each is submitted as a new job, with the inputs and parameters that it had.",
  });
  if (!approved) return;
  await workOnEach(host, {
    items: jobs,
    nameOf: ({ name }) => name,
    doing: "resubmitting",
    done: "resubmitted",
    one: "job",
    run: async ({ connection, id }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("jobs.manage", { jobId: id, body: { action: "resubmit" } }, { signal });
    },
    show: () => readAllAgain(host, "jobs", jobs),
  });
}
