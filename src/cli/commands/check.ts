import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { renderDifference } from "../render/difference.ts";

/** `rollcall check`: plans, and says whether there is anything to do. For schedules and CI. */
export async function check(context: CommandContext): Promise<ExitCode> {
  const { terminal, globals } = context;
  const { plan } = await withSession(context, (session, signal) =>
    session.check({ signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  const differs = plan.changes.length > 0 || plan.blocked.length > 0;
  if (globals.json) terminal.printJson(plan);
  else {
    terminal.print(...renderDifference(plan, terminal.paint));
    if (differs) terminal.say("See what it is with: rollcall plan");
  }
  return differs ? exitCodes.difference : exitCodes.done;
}
