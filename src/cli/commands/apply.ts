import type { Plan } from "../../identity/plan.ts";
import { allowed, applyPlan, requireConsent } from "../apply-plan.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { readPlan } from "../plan-file.ts";
import { renderReport, reportExit } from "../render/report.ts";

export interface ApplyOptions {
  readonly yes?: boolean;
  readonly without?: readonly string[];
}

/** `rollcall apply <plan.json>`: applies a plan that was reviewed, less the changes that were taken out. */
export async function apply(context: CommandContext, file: string, options: ApplyOptions): Promise<ExitCode> {
  const { terminal, globals } = context;
  const plan = await readPlan(terminal.streams.folder, file);
  const without = new Set((options.without ?? []).map((start) => changeId(plan, start)));
  requireConsent(options.yes, terminal);
  return withSession(context, async (session, signal) => {
    if (!options.yes && !(await allowed(plan, without, session, terminal, signal)))
      return exitCodes.difference;
    const report = await applyPlan(plan, without, session, terminal, signal);
    if (globals.json) terminal.printJson(report);
    else terminal.print(...renderReport(report, terminal.paint));
    return reportExit(report);
  });
}

/** The change whose id begins like this. */
function changeId({ changes }: Plan, start: string): string {
  const found = changes.filter(({ id }) => id.startsWith(start));
  const [change] = found;
  if (change && (found.length === 1 || change.id === start)) return change.id;
  if (found.length > 1)
    throw new UsageError(`${found.length} changes have an id that begins with "${start}". Give more of it.`);
  throw new UsageError(`The plan has no change "${start}". The ids stand in brackets in the plan.`);
}
