import type { Host } from "../../host.ts";
import { checkForDrift, showReconciliation } from "../../operations/plan.ts";
import { counted } from "../../views/reconciliation/words.ts";

const show = "Show Changes";

/** Plans without applying, and tells how much has drifted. */
export async function run(host: Host): Promise<void> {
  const planning = await checkForDrift(host);
  if (planning === undefined) {
    if (host.reconciliation.failure !== undefined) await showReconciliation();
    return;
  }
  const { changes, target } = planning.plan;
  const drifted = changes.length > 0;
  const answer = await host.ask.offer({
    id: "drift",
    level: drifted ? "warning" : "information",
    message: drifted
      ? `${target.connection} has drifted: ${counted(changes.length, "change")} to make.`
      : `${target.connection} is in step.`,
    actions: drifted ? [show] : [],
  });
  if (answer === show) await showReconciliation();
}
