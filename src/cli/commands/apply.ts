import type { Change, Plan } from "../../identity/plan.ts";
import { allowed, applyPlan, requireConsent } from "../apply-plan.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes, UsageError } from "../exit.ts";
import { count, counted } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";
import { readPlan } from "../plan-file.ts";
import { othersThan, readPlanFilter } from "../plan-filter.ts";
import { renderReport, reportExit } from "../render/report.ts";

export interface ApplyOptions {
  readonly yes?: boolean;
  readonly without?: readonly string[];
  readonly only?: string;
}

/** `rollcall apply <plan.json>`: applies a plan that was reviewed, less the changes that were taken out. */
export async function apply(context: CommandContext, file: string, options: ApplyOptions): Promise<ExitCode> {
  const { terminal, globals } = context;
  const isWanted = readPlanFilter(options.only);
  const plan = await readPlan(terminal.streams.folder, file);
  const takenOut = new Set((options.without ?? []).map((start) => changeId(plan, start)));
  const without = othersThan(plan, isWanted, takenOut);
  if (options.only !== undefined) tellOnly(plan, isWanted, without, terminal);
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

/**
 * Says how much of a plan is applied, so that a filter that matches too little is seen.
 * @throws {UsageError} Where nothing is left.
 */
function tellOnly(
  { changes }: Plan,
  isWanted: (change: Change) => boolean,
  without: ReadonlySet<string>,
  terminal: Terminal,
): void {
  const left = changes.length - without.size;
  if (left === 0)
    throw new UsageError(
      `No change is left to apply: --only lets none of the ${counted(changes.length, "change")} through, or what they require is left out.`,
    );
  const held = changes.filter((change) => isWanted(change) && without.has(change.id)).length;
  terminal.say(
    `Applies ${count(left)} of ${counted(changes.length, "change")}.${
      held > 0
        ? ` ${counted(held, "matching change")} left out too, by --without or for what they require.`
        : ""
    }`,
  );
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
