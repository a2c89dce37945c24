import type { Job } from "../../../platforms/agave/answers/jobs.ts";
import type { Host } from "../../host.ts";
import { agaveClient } from "../agave/client.ts";

/** Does an action of the platform with a job. Answers the job where the platform tells it: the new one after `resubmit`. */
export async function manageJob(
  host: Host,
  { connection, id }: { readonly connection: string; readonly id: string },
  action: "stop" | "resubmit" | "restore",
  signal?: AbortSignal,
): Promise<Job | undefined> {
  const client = await agaveClient(host, connection);
  return client.call("jobs.manage", { jobId: id, body: { action } }, { signal });
}
