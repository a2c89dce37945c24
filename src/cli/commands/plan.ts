import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plan } from "../../identity/plan.ts";
import { changesToApply, leftOutOf } from "../../reconcile/selection.ts";
import { estimateText } from "../../session/estimate.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import type { Terminal } from "../output/terminal.ts";
import { planText } from "../plan-file.ts";
import { renderPlan } from "../render/plan.ts";

const mostOnTerminal = 10;

export interface PlanOptions {
  readonly out?: string;
  readonly all?: boolean;
}

/** `rollcall plan`: shows what would be changed, and writes the plan to a file where asked. */
export async function plan(context: CommandContext, { out, all }: PlanOptions): Promise<ExitCode> {
  const { terminal, globals } = context;
  const { made, estimate } = await withSession(context, async (session, signal) => {
    const { plan: made } = await session.plan({
      signal,
      onProgress: (progress) => terminal.progress.show(progress),
    });
    return { made, estimate: await session.estimate(changesToApply(made, leftOutOf(made, {}))) };
  });
  if (out !== undefined) await writeFile(resolve(terminal.streams.folder, out), planText(made));
  if (globals.json) terminal.streams.stdout.write(planText(made));
  else showPlan(made, terminal, all);
  if (terminal.brief && !globals.json && estimate.requests > 0)
    terminal.say(`Applying it takes ${estimateText(estimate)}.`);
  if (out !== undefined) {
    const next = made.blocked.length > 0 ? "" : ` Apply it with: rollcall apply ${out}`;
    terminal.say(`Wrote ${out}.${next}`);
  }
  return made.blocked.length > 0 ? exitCodes.difference : exitCodes.done;
}

/** Prints a plan: whole where the output is not a terminal or everything was asked for. */
export function showPlan(made: Plan, terminal: Terminal, all: boolean | undefined): void {
  const most = terminal.brief && !all ? mostOnTerminal : Number.POSITIVE_INFINITY;
  terminal.print(...renderPlan(made, { paint: terminal.paint, most }));
}
