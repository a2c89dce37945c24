import type { Host } from "../../host.ts";
import { applyTicked } from "../../operations/apply.ts";
import { makePlan } from "../../operations/plan.ts";
import { tellReport } from "../../operations/tell-report.ts";

/** Applies what is ticked of the plan in hand; makes a plan where there is none. */
export async function run(host: Host): Promise<void> {
  if (host.reconciliation.inHand === undefined) {
    await makePlan(host);
    return;
  }
  await tellReport(host, await applyTicked(host));
}
