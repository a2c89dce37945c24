import type { Plan } from "../../identity/plan.ts";
import type { RunReport } from "../../reconcile/report.ts";
import type { ApplyOptions, Session } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { type PlanInHand, shownChanges, tickedChanges } from "../views/reconciliation/model.ts";
import { resultText } from "../views/reconciliation/run-nodes.ts";
import { counted } from "../views/reconciliation/words.ts";
import { approve } from "./approve.ts";
import { attempt } from "./attempt.ts";
import { checkForDrift } from "./plan.ts";
import { RunUnderWay } from "./run-under-way.ts";

/** Asks once, applies what is ticked of the plan in hand, checks that nothing is left, and reports. */
export async function applyTicked(host: Host): Promise<RunReport | undefined> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined || inHand.planning.plan.blocked.length > 0) return undefined;
  return applyInHand(host, inHand, { title: "Apply Ticked Changes", retry: "rollcall.apply" });
}

/** The same for a plan in hand that exceeds limits: it wants the plan's id typed, and the allowance is for that plan alone. */
export async function applyOverLimit(host: Host): Promise<RunReport | undefined> {
  const { inHand } = host.reconciliation;
  if (inHand === undefined || inHand.planning.plan.blocked.length === 0) return undefined;
  return applyInHand(host, inHand, { title: "Apply Over the Limit", retry: "rollcall.applyOverLimit" });
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
export async function resumeRun(host: Host): Promise<RunReport | undefined> {
  const [latest] = (await host.sessions.get()).runs({ most: 1 });
  return run(host, {
    title: "resuming the last run",
    retry: "rollcall.resume",
    target: latest?.target ?? "",
    total: latest?.changes ?? 0,
    start: (session, options) => session.resume(options),
  });
}

async function applyInHand(
  host: Host,
  inHand: PlanInHand,
  { title, retry }: { readonly title: string; readonly retry: string },
): Promise<RunReport | undefined> {
  const { plan } = inHand.planning;
  const ticked = tickedChanges(inHand);
  if (plan.snapshot || ticked.length === 0) return undefined;
  const shown = new Set(shownChanges(inHand));
  const approved = await approve(host, {
    title,
    plan,
    changes: ticked,
    leftOut: inHand.leftOut.size,
    notShown: ticked.filter((change) => !shown.has(change)).length,
  });
  if (!approved) return undefined;
  return run(host, {
    title: `applying ${counted(ticked.length, "change")} to ${plan.target.connection}`,
    retry,
    target: plan.target.connection,
    total: ticked.length,
    start: (session, options) =>
      session.apply(plan, {
        ...options,
        without: inHand.leftOut,
        take: new Set(ticked.map(({ id }) => id)),
        ...(plan.blocked.length > 0 && { allowOver: plan.id }),
      }),
  });
}

/** A run that is to be begun or gone on with. */
interface RunToMake {
  readonly title: string;
  /** The command that tries it again. */
  readonly retry: string;
  /** Target connection. */
  readonly target: string;
  /** How many changes it applies. */
  readonly total: number;
  readonly start: (session: Session, options: ApplyOptions) => Promise<RunReport>;
}

async function run(host: Host, { title, retry, target, total, start }: RunToMake) {
  const { reconciliation } = host;
  const report = await attempt(host, {
    title,
    retry,
    run: async (session, options) => {
      const going = new RunUnderWay({ target, total, onChange: () => reconciliation.goes(going) });
      reconciliation.goes(going);
      try {
        return await start(session, going.optionsFor(options));
      } finally {
        reconciliation.goes(undefined);
      }
    },
  });
  if (report === undefined) return undefined;
  reconciliation.ended(report);
  host.log.info(`run ${report.id}: ${resultText(report)}, ${report.state}`);
  if (report.state === "done") await checkForDrift(host, report.id);
  host.resources.users.expire();
  void host.views.get("rollcall.users")?.refresh();
  return report;
}
