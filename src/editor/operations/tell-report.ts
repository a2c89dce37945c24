import type { RunReport } from "../../reconcile/report.ts";
import type { Host } from "../host.ts";
import { isUnfinished, resultText } from "../views/reconciliation/run-nodes.ts";
import { resumeRun } from "./apply.ts";

const resume = "Resume";

/** Tells how a run ended, with a way on where it did not come to its end. */
export async function tellReport(host: Host, report: RunReport | undefined): Promise<void> {
  if (report === undefined) return;
  const unfinished = isUnfinished(report);
  const answer = await host.ask.offer({
    id: "report",
    level: unfinished || report.failed > 0 ? "warning" : "information",
    message: `${report.target}: ${resultText(report)}${unfinished ? ". The run is not finished" : ""}.${remainder(host)}`,
    actions: unfinished ? [resume] : [],
  });
  if (answer === resume) await tellReport(host, await resumeRun(host));
}

function remainder(host: Host): string {
  const left = host.reconciliation.inHand?.planning.plan.changes.length;
  if (left === undefined) return "";
  return left === 0 ? " Nothing is left to do." : ` ${left.toLocaleString("en")} left to do.`;
}
