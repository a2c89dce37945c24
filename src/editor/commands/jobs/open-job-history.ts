import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseJobs } from "../../views/jobs/choose.ts";

/** Opens the history of the selected jobs as JSON. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const { connection, job, name } of await chooseJobs(host, given, "Open History of Job"))
    await openDocument({
      kind: "content",
      content: "jobHistory",
      connection,
      id: [job],
      title: `history of ${name}.json`,
    });
}
