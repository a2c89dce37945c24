import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { chooseOutputs } from "../../views/jobs/choose-outputs.ts";

/** Opens the selected files of jobs' outputs as read-only texts. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const { connection, job, path } of await chooseOutputs(host, given, "Open Output of Job"))
    await openDocument({
      kind: "content",
      content: "jobOutput",
      connection,
      id: [job, path],
      title: path.slice(path.lastIndexOf("/") + 1),
    });
}
