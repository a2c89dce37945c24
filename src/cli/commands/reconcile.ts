import { allowed, applyPlan, requireConsent } from "../apply-plan.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { renderDifference } from "../render/difference.ts";
import { renderReport, reportExit } from "../render/report.ts";
import { showPlan } from "./plan.ts";

export interface ReconcileOptions {
  readonly yes?: boolean;
  readonly all?: boolean;
}

/** `rollcall reconcile`: plan, show, ask, apply, and check that nothing is left to do. */
export async function reconcile(context: CommandContext, { yes, all }: ReconcileOptions): Promise<ExitCode> {
  const { terminal, globals } = context;
  const onProgress = terminal.progress.show.bind(terminal.progress);
  requireConsent(yes, terminal);
  return withSession(context, async (session, signal) => {
    const { plan } = await session.plan({ signal, onProgress });
    if (!globals.json) showPlan(plan, terminal, all);
    if (plan.blocked.length > 0) {
      if (globals.json) terminal.printJson({ plan, report: null, after: null });
      return exitCodes.difference;
    }
    if (!yes && !(await allowed(plan, {}, session, terminal, signal))) {
      if (globals.json) terminal.printJson({ plan, report: null, after: null });
      return exitCodes.difference;
    }
    const report = await applyPlan(plan, {}, session, terminal, signal);
    const ended = reportExit(report);
    if (!globals.json) terminal.print("", ...renderReport(report, terminal.paint));
    if (report.state !== "done") {
      if (globals.json) terminal.printJson({ plan, report, after: null });
      return ended;
    }
    const { plan: after } = await session.check({ after: report.id, signal, onProgress });
    if (globals.json) terminal.printJson({ plan, report, after });
    else terminal.print(...renderDifference(after, terminal.paint));
    return ended === exitCodes.done && after.changes.length > 0 ? exitCodes.difference : ended;
  });
}
