import type { Host } from "../../host.ts";
import { applyOverLimit } from "../../operations/apply.ts";
import { tellReport } from "../../operations/tell-report.ts";

/** Applies the plan in hand although it exceeds limits, once its id was typed. */
export async function run(host: Host): Promise<void> {
  await tellReport(host, await applyOverLimit(host));
}
