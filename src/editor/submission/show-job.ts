import type { JobSummary } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import { applyFilter } from "../resources/filter.ts";
import { revealResource } from "../resources/reveal.ts";
import { jobLook } from "../views/jobs/status.ts";

/** Reads the jobs again and shows one among them. Where the list does not have it, the person is told so. */
export async function showJob(host: Host, connection: string, job: JobSummary): Promise<void> {
  host.resources.jobs.expire(connection);
  if (await revealResource(host, "jobs", connection, job.id)) return;
  const name = job.name ?? job.id;
  const isFiltered = host.resources.jobs.filter !== undefined;
  const clear = "Clear Filter";
  const hidden = isFiltered ? " The filter of the jobs hides it." : "";
  const answer = await host.ask.offer({
    id: "submitted",
    level: "information",
    message: `${name} (${job.id}) is ${jobLook(job.status).text} on ${connection}.${hidden}`,
    actions: isFiltered ? [clear] : [],
  });
  if (answer !== clear) return;
  await applyFilter(host, "jobs", undefined);
  await revealResource(host, "jobs", connection, job.id);
}
