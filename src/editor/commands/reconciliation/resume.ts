import type { Host } from "../../host.ts";
import { resumeRun } from "../../operations/apply.ts";
import { tellReport } from "../../operations/tell-report.ts";

/** Finishes the run that was interrupted, and reports. */
export async function run(host: Host): Promise<void> {
  await tellReport(host, await resumeRun(host));
}
