import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { planText } from "../../session/plan-document.ts";
import { allowed, applyPlan, requireConsent } from "../apply-plan.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { renderReport, reportExit } from "../render/report.ts";
import { showPlan } from "./plan.ts";

export interface UndoOptions {
  readonly out?: string;
  readonly yes?: boolean;
  readonly all?: boolean;
}

/** `rollcall undo <run>`: shows the plan that takes a run back, and applies it, or writes it to a file for review. */
export async function undo(
  context: CommandContext,
  run: string,
  { out, yes, all }: UndoOptions,
): Promise<ExitCode> {
  const { terminal, globals } = context;
  if (out === undefined) requireConsent(yes, terminal);
  return withSession(context, async (session, signal) => {
    const plan = await session.undo(run);
    if (out !== undefined) {
      await writeFile(resolve(terminal.streams.folder, out), planText(plan));
      terminal.say(`Wrote ${out}. Apply it with: rollcall apply ${out}`);
    }
    if (!globals.json) showPlan(plan, terminal, all);
    const isBlocked = plan.blocked.length > 0;
    const applies = !isBlocked && (yes || out === undefined) && plan.changes.length > 0;
    if (!applies || (!yes && !(await allowed(plan, {}, session, terminal, signal)))) {
      if (globals.json) terminal.printJson({ plan, report: null });
      return isBlocked || applies ? exitCodes.difference : exitCodes.done;
    }
    const report = await applyPlan(plan, {}, session, terminal, signal);
    if (globals.json) terminal.printJson({ plan, report });
    else terminal.print("", ...renderReport(report, terminal.paint));
    return reportExit(report);
  });
}
