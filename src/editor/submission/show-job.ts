import type { JobSummary } from "../../platforms/agave/answers/jobs.ts";
import type { Host } from "../host.ts";
import { showMade } from "../resources/show-made.ts";
import { jobLook } from "../views/jobs/status.ts";

/** Reads the jobs again and shows one among them. Where the list does not have it, the person is told so. */
export async function showJob(
  host: Host,
  connection: string,
  { id, name = id, status }: JobSummary,
): Promise<void> {
  host.resources.jobs.expire(connection);
  const message = `${name} (${id}) is ${jobLook(status).text} on ${connection}.`;
  await showMade(host, "jobs", connection, { id, offer: "submitted", message });
}
