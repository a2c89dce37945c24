import type { Host } from "../../host.ts";
import { openPlanFile } from "../../operations/open-plan.ts";

/** Takes the plan of a file in hand for review. */
export async function run(host: Host, given?: unknown): Promise<void> {
  await openPlanFile(host, given, "Open Plan");
}
