import type { Change, Plan } from "../../identity/plan.ts";
import { changesToApply, leftOutOf } from "../../identity/selection.ts";
import type { Decisions } from "../../reconcile/apply.ts";
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
  readonly with?: readonly string[];
  readonly allowOverLimit?: string;
  readonly only?: string;
}

/** `rollcall apply <plan.json>`: applies a plan that was reviewed, less the changes that were taken out. */
export async function apply(context: CommandContext, file: string, options: ApplyOptions): Promise<ExitCode> {
  const { terminal, globals } = context;
  const isWanted = readPlanFilter(options.only);
  const plan = await readPlan(terminal.streams.folder, file);
  const decisions = decisionsOf(plan, isWanted, options);
  if (options.only !== undefined) tellOnly(plan, isWanted, leftOutOf(plan, decisions), terminal);
  requireConsent(options.yes, terminal);
  return withSession(context, async (session, signal) => {
    const refused = plan.blocked.length > 0 && decisions.allowOver === undefined;
    if (!refused && !options.yes && !(await allowed(plan, decisions, session, terminal, signal)))
      return exitCodes.difference;
    const report = await applyPlan(plan, decisions, session, terminal, signal);
    if (globals.json) terminal.printJson(report);
    else terminal.print(...renderReport(report, terminal.paint));
    return reportExit(report);
  });
}

function decisionsOf(plan: Plan, isWanted: (change: Change) => boolean, options: ApplyOptions): Decisions {
  const ids = (starts: readonly string[] = []) => new Set(starts.map((start) => changeId(plan, start)));
  const { allowOverLimit } = options;
  return {
    without: othersThan(plan, isWanted, ids(options.without)),
    take: ids(options.with),
    ...(allowOverLimit !== undefined && { allowOver: planId(plan, allowOverLimit) }),
  };
}

/** Characters of a plan's id that tell it from any other. */
const leastOfId = 12;

/** The plan's id, where it begins like this. */
function planId({ id }: Plan, start: string): string {
  if (start.length < leastOfId)
    throw new UsageError(
      `--allow-over-limit takes the plan's id, at least its first ${leastOfId} characters. They stand in the first line of the plan.`,
    );
  if (id.startsWith(start)) return id;
  throw new UsageError(
    `--allow-over-limit names plan ${start.slice(0, leastOfId)}, and this is plan ${id.slice(0, leastOfId)}. An allowance holds for one plan alone: review this one, and give its id.`,
  );
}

/**
 * Says how much of a plan is applied, so that a filter that matches too little is seen.
 * @throws {UsageError} Where nothing is left.
 */
function tellOnly(
  plan: Plan,
  isWanted: (change: Change) => boolean,
  leftOut: ReadonlySet<string>,
  terminal: Terminal,
): void {
  const { changes } = plan;
  const left = changesToApply(plan, leftOut).length;
  if (left === 0)
    throw new UsageError(
      `No change is left to apply: --only lets none of the ${counted(changes.length, "change")} through, or what they require is left out.`,
    );
  const held = changes.filter((change) => isWanted(change) && leftOut.has(change.id)).length;
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
