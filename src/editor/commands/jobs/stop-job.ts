import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { openConnection } from "../../resources/open.ts";
import { readAllAgain } from "../../resources/show-again.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { isFinal, jobLook } from "../../views/jobs/status.ts";

/** Stops the selected jobs that are under way, after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseResources<JobSummary>(host, given, "jobs", {
    title: "Stop Job",
    eligible: { test: ({ data }) => !isFinal(data.status), none: "No job is under way: all have ended." },
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
    run: async ({ connection, id }, signal) => {
      const { client } = await openConnection(host.sessions, connection);
      await client.callNamed("jobs.manage", { jobId: id, body: { action: "stop" } }, { signal });
    },
    show: () => readAllAgain(host, "jobs", jobs),
  });
}
