import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { count } from "../output/printable.ts";
import { table } from "../output/table.ts";

/** `rollcall runs`: the runs, the newest first. */
export async function runs(context: CommandContext): Promise<ExitCode> {
  const { terminal, globals } = context;
  const found = await withSession(context, async (session) => session.runs());
  if (globals.json) terminal.printJson(found);
  else if (found.length === 0) terminal.say("There are no runs yet.");
  else {
    const columns = [
      { title: "Run" },
      { title: "State" },
      { title: "Started" },
      { title: "Plan" },
      ...["Changes", "Succeeded", "Failed", "Skipped"].map((title) => ({ title, align: "right" }) as const),
    ];
    const rows = found.map(({ id, state, startedAt, plan, changes, succeeded, failed, skipped }) => [
      id,
      state,
      startedAt,
      plan.slice(0, 12),
      ...[changes, succeeded, failed, skipped].map(count),
    ]);
    terminal.print(...table(columns, rows, terminal.paint));
  }
  return exitCodes.done;
}
