import type { Host } from "../../host.ts";
import { applyTicked } from "../../operations/apply.ts";
import { openPlanFile } from "../../operations/open-plan.ts";
import { tellReport } from "../../operations/tell-report.ts";

/** Takes the plan of a file in hand, asks once, and applies it but for what the policy asks about. */
export async function run(host: Host, given?: unknown): Promise<void> {
  if ((await openPlanFile(host, given, "Apply Plan")) === undefined) return;
  await tellReport(host, await applyTicked(host));
}
