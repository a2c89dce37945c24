import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { comparePlans } from "../../identity/compare-plans.ts";
import type { Plan } from "../../identity/plan.ts";
import { changesToApply, leftOutOf } from "../../identity/selection.ts";
import type { Estimate } from "../../reconcile/pace.ts";
import { estimateText } from "../../session/estimate.ts";
import { planText } from "../../session/plan-document.ts";
import type { Planning } from "../../session/types.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { count, counted } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";
import { readPlan } from "../plan-file.ts";
import { readPlanFilter } from "../plan-filter.ts";
import { renderPlan } from "../render/plan.ts";
import { renderPlanDifference } from "../render/plan-difference.ts";
import { keepSnapshot, snapshotFrom } from "../snapshot-files.ts";

const mostOnTerminal = 10;

export interface PlanOptions {
  readonly out?: string;
  readonly all?: boolean;
  readonly from?: string;
  readonly keep?: string;
  readonly against?: string;
  readonly where?: string;
}

/** `rollcall plan`: shows what would be changed, and writes the plan to a file where asked. */
export async function plan(context: CommandContext, options: PlanOptions): Promise<ExitCode> {
  const { out, all, keep, against, where } = options;
  const { terminal, globals } = context;
  const isShown = readPlanFilter(where);
  const earlier = against === undefined ? undefined : await readPlan(terminal.streams.folder, against);
  const { plan: made, world, takes } = await planning(context, options);
  if (keep !== undefined) await keepSnapshot(terminal, keep, world);
  if (out !== undefined) await writeFile(resolve(terminal.streams.folder, out), planText(made));
  const shown = { ...made, changes: made.changes.filter(isShown) };
  if (globals.json) terminal.streams.stdout.write(planText(shown));
  else if (earlier) showDifference(earlier, made, terminal, all);
  else showPlan(shown, terminal, all);
  if (where !== undefined)
    terminal.say(`Shows ${count(shown.changes.length)} of ${counted(made.changes.length, "change")}.`);
  if (takes && takes.requests > 0) terminal.say(`Applying it takes ${estimateText(takes)}.`);
  if (out !== undefined) {
    const next = made.blocked.length > 0 || made.snapshot ? "" : ` Apply it with: rollcall apply ${out}`;
    terminal.say(`Wrote ${out}.${next}`);
  }
  return made.blocked.length > 0 ? exitCodes.difference : exitCodes.done;
}

/** The plan as it was asked for; on a terminal also what applying it takes, unless it is from a snapshot. */
async function planning(
  context: CommandContext,
  { from }: PlanOptions,
): Promise<Planning & { readonly takes?: Estimate }> {
  const { terminal, globals } = context;
  const snapshot = from === undefined ? undefined : await snapshotFrom(terminal, from);
  return withSession(context, async (session, signal) => {
    if (snapshot) return session.planFrom(snapshot);
    const planning = await session.plan({
      signal,
      onProgress: (progress) => terminal.progress.show(progress),
    });
    if (!terminal.brief || globals.json) return planning;
    const { plan: made } = planning;
    return { ...planning, takes: await session.estimate(changesToApply(made, leftOutOf(made, {}))) };
  });
}

/** Prints what a plan changes that an earlier one did not, and the reverse. */
function showDifference(earlier: Plan, made: Plan, terminal: Terminal, all: boolean | undefined): void {
  const most = terminal.brief && !all ? mostOnTerminal : Number.POSITIVE_INFINITY;
  terminal.print(
    ...renderPlanDifference(comparePlans(earlier, made), earlier.id, { paint: terminal.paint, most }),
  );
}

/** Prints a plan: whole where the output is not a terminal or everything was asked for. */
export function showPlan(made: Plan, terminal: Terminal, all: boolean | undefined): void {
  const most = terminal.brief && !all ? mostOnTerminal : Number.POSITIVE_INFINITY;
  terminal.print(...renderPlan(made, { paint: terminal.paint, most }));
}
