import type { Host } from "../../host.ts";
import { applyTicked } from "../../operations/apply.ts";
import { openPlanFile } from "../../operations/open-plan.ts";
import { tellReport } from "../../operations/tell-report.ts";
import { tickedChanges } from "../../views/reconciliation/model.ts";

/** Takes the plan of a file in hand, asks once, and applies it but for what the policy asks about. */
export async function run(host: Host, given?: unknown): Promise<void> {
  if ((await openPlanFile(host, given, "Apply Plan")) === undefined) return;
  const { inHand } = host.reconciliation;
  if (inHand !== undefined && tickedChanges(inHand).length === 0) return tellNothingTicked(host);
  await tellReport(host, await applyTicked(host));
}

async function tellNothingTicked(host: Host): Promise<void> {
  const message =
    "The plan has no change that is ticked, so nothing was applied. Tick what should happen, then apply.";
  await host.ask.offer({ id: "nothingTicked", level: "information", message, actions: [] });
}
