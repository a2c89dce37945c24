import type { Host } from "../../host.ts";
import { confirmed } from "../../resources/confirmation.ts";
import { chooseJobs } from "../../views/jobs/choose.ts";
import { resubmitEach, resubmitOne } from "../../views/jobs/resubmit.ts";

/** Submits the selected jobs once more as they were, after one question. Each becomes a job of its own. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseJobs(host, given, "Resubmit Job");
  const [first] = jobs;
  if (first === undefined) return;
  const approved = await confirmed(host, jobs, {
    id: "resubmit",
    verb: "Resubmit",
    one: "job",
    detailOf: ({ name, id, data }) => [name, `(${id})`, data.appId].filter(Boolean).join(" "),
    consequence: "Each is submitted as a new job, with the inputs and parameters that it had.",
  });
  if (!approved) return;
  await (jobs.length === 1 ? resubmitOne(host, first) : resubmitEach(host, jobs));
}
