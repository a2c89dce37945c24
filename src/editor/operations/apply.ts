import type { Plan } from "../../identity/plan.ts";
import type { RunReport } from "../../reconcile/report.ts";
import type { ApplyOptions, Session } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { shownChanges, tickedChanges } from "../views/reconciliation/model.ts";
import { resultText } from "../views/reconciliation/run-nodes.ts";
import { counted } from "../views/reconciliation/words.ts";
import { approve } from "./approve.ts";
import { attempt } from "./attempt.ts";
import { checkForDrift } from "./plan.ts";

/** Asks once, applies what is ticked of the plan in hand, checks that nothing is left, and reports. */
export async function applyTicked(host: Host): Promise<RunReport | undefined> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined) return undefined;
  const { plan } = inHand.planning;
  const ticked = tickedChanges(inHand);
  if (plan.blocked.length > 0 || plan.snapshot || ticked.length === 0) return undefined;
  const shown = new Set(shownChanges(inHand));
  const approved = await approve(host, {
    title: "Apply Ticked Changes",
    target: plan.target,
    changes: ticked,
    leftOut: inHand.leftOut.size,
    notShown: ticked.filter((change) => !shown.has(change)).length,
  });
  if (!approved) return undefined;
  return run(
    host,
    `applying ${counted(ticked.length, "change")} to ${plan.target.connection}`,
    "rollcall.apply",
    (session, options) =>
      session.apply(plan, {
        ...options,
        without: inHand.leftOut,
        take: new Set(ticked.map(({ id }) => id)),
      }),
  );
}

/**
 * Remembers what a plan that changes nothing has found to be linked and agreed on; the plan stays in hand. Nothing is sent to a platform,
 * so nothing is asked. Answers whether that went well.
 */
export async function rememberFindings(host: Host, plan: Plan): Promise<boolean> {
  const report = await attempt(host, {
    title: "remembering what was found",
    retry: "rollcall.reconcile",
    run: (session, options) => session.apply(plan, options),
  });
  return report !== undefined;
}

/** Finishes the run that was interrupted. */
export function resumeRun(host: Host): Promise<RunReport | undefined> {
  return run(host, "resuming the last run", "rollcall.resume", (session, options) => session.resume(options));
}

async function run(
  host: Host,
  title: string,
  retry: string,
  operation: (session: Session, options: ApplyOptions) => Promise<RunReport>,
): Promise<RunReport | undefined> {
  const report = await attempt(host, { title, retry, run: operation });
  if (report === undefined) return undefined;
  host.reconciliation.ended(report);
  host.log.info(`run ${report.id}: ${resultText(report)}, ${report.state}`);
  if (report.state === "done") await checkForDrift(host, report.id);
  host.resources.users.expire();
  void host.views.get("rollcall.users")?.refresh();
  return report;
}
