import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plan } from "../../identity/plan.ts";
import { planText } from "../../session/plan-document.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { count, counted } from "../output/printable.ts";
import type { Terminal } from "../output/terminal.ts";
import { readPlanFilter } from "../plan-filter.ts";
import { renderPlan } from "../render/plan.ts";

const mostOnTerminal = 10;

export interface PlanOptions {
  readonly out?: string;
  readonly all?: boolean;
  readonly where?: string;
}

/** `rollcall plan`: shows what would be changed, and writes the plan to a file where asked. */
export async function plan(context: CommandContext, options: PlanOptions): Promise<ExitCode> {
  const { out, all, where } = options;
  const { terminal, globals } = context;
  const isShown = readPlanFilter(where);
  const { plan: made } = await withSession(context, (session, signal) =>
    session.plan({ signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  if (out !== undefined) await writeFile(resolve(terminal.streams.folder, out), planText(made));
  const shown = made.changes.filter(isShown);
  if (globals.json) terminal.streams.stdout.write(planText({ ...made, changes: shown }));
  else showPlan({ ...made, changes: shown }, terminal, all);
  if (where !== undefined)
    terminal.say(`Shows ${count(shown.length)} of ${counted(made.changes.length, "change")}.`);
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
