import type { Host } from "../../host.ts";
import { deleteResources } from "../../resources/delete.ts";
import { chooseJobs } from "../../views/jobs/choose.ts";
import { jobLook } from "../../views/jobs/status.ts";

/** Deletes the selected jobs after one question that names them. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const jobs = await chooseJobs(host, given, "Delete Job");
  await deleteResources(host, jobs, {
    one: "job",
    detailOf: ({ name, id, data }) => `${name} (${id}), ${jobLook(data.status).text}`,
    consequence:
      "They leave the list; those that are under way are stopped. Restore Job brings them back into it.",
    call: (jobId) => ({ operation: "jobs.delete", args: { jobId } }),
  });
}
