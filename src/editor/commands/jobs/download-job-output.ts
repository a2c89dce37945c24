import type { Host } from "../../host.ts";
import { chooseOutputs } from "../../views/jobs/choose-outputs.ts";
import { downloadOutput } from "../../views/jobs/download.ts";

/** Saves the selected files of jobs' outputs on this machine, one after the other. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  for (const output of await chooseOutputs(host, given, "Download Output of Job"))
    await downloadOutput(host, output);
}
