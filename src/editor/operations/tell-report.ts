import * as vscode from "vscode";
import type { RunReport } from "../../reconcile/report.ts";
import type { Host } from "../host.ts";
import { isUnfinished, resultText } from "../views/reconciliation/run-nodes.ts";
import { counted } from "../views/reconciliation/words.ts";
import { resumeRun } from "./apply.ts";

const resume = "Resume";
const openReport = "Open Report";

/** Tells how a run ended, with a way on where it did not come to its end. */
export async function tellReport(host: Host, report: RunReport | undefined): Promise<void> {
  if (report === undefined) return;
  const unfinished = isUnfinished(report);
  const answer = await host.ask.offer({
    id: "report",
    level: unfinished || report.failed > 0 ? "warning" : "information",
    message: `${report.target}: ${resultText(report)}${unfinished ? ". The run is not finished" : ""}.${remainder(host, report)}`,
    actions: [...(unfinished ? [resume] : []), openReport],
  });
  if (answer === resume) await tellReport(host, await resumeRun(host));
  if (answer === openReport) await vscode.commands.executeCommand("rollcall.openReport", report.id);
}

/** What the plan that was made after the run asks for. An undo takes back what the policy wants. */
function remainder(host: Host, { undoes }: RunReport): string {
  const left = host.reconciliation.inHand?.planning.plan.changes.length;
  if (left === undefined) return "";
  if (undoes !== undefined && left > 0) return ` The policy still asks for ${counted(left, "change")}.`;
  return left === 0 ? " Nothing is left to do." : ` ${left.toLocaleString("en")} left to do.`;
}
