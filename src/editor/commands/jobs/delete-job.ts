import type { JobSummary } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { chooseResources } from "../../resources/choose.ts";
import { deleteResources } from "../../resources/delete.ts";
import { jobLook } from "../../views/jobs/status.ts";

/** Deletes the selected jobs after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseResources<JobSummary>(host, given, "jobs", { title: "Delete Job" });
  await deleteResources(host, jobs, {
    one: "job",
    detailOf: ({ name, id, data }) => `${name} (${id}), ${jobLook(data.status).text}`,
    consequence:
      "They leave the list; those that are under way are stopped. Restore Job brings them back by their ids.",
    call: (jobId) => ({ operation: "jobs.delete", args: { jobId } }),
  });
}
