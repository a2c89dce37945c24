import type { ReconciliationModel } from "../views/reconciliation/model.ts";
import { resultText } from "../views/reconciliation/run-nodes.ts";
import { timeText } from "../views/reconciliation/summary-nodes.ts";
import { counted } from "../views/reconciliation/words.ts";

/** What the status bar says. */
export interface Shown {
  readonly icon: string;
  readonly text: string;
  readonly tooltip: string;
  readonly warning?: boolean;
}

/** How things stand, in a few words; undefined where there is nothing to say. */
export function statusOf(reconciliation: ReconciliationModel): Shown | undefined {
  const { failure, inHand, report } = reconciliation;
  if (failure !== undefined)
    return { icon: "error", text: failure.problem.title, tooltip: failure.problem.message };
  if (inHand === undefined) {
    if (report === undefined) return undefined;
    return { icon: "history", text: `${report.target}: ${resultText(report)}`, tooltip: "Last run" };
  }
  const { plan } = inHand.planning;
  const { size: outdated } = inHand.outdated;
  const since = outdated === 0 ? "" : `, outdated: ${counted(outdated, "account")} changed by hand since`;
  const at = `Compared at ${timeText(inHand.madeAt)}${since}`;
  if (plan.blocked.length > 0)
    return { icon: "error", text: `${plan.target.connection}: plan blocked`, tooltip: at, warning: true };
  if (plan.changes.length > 0)
    return {
      icon: "git-compare",
      text: `${plan.target.connection}: ${counted(plan.changes.length, "change")} to make`,
      tooltip: at,
    };
  return { icon: "pass", text: `${plan.target.connection}: in step`, tooltip: at };
}
