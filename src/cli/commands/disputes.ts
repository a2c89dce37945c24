import { accountsAmong, compareAccounts } from "../../identity/comparison.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { waysToSettle } from "../link-commands.ts";
import { counted } from "../output/printable.ts";
import { renderDispute } from "../render/dispute.ts";

/** `rollcall disputes`: each dispute with its candidates side by side, and the commands that settle it. */
export async function disputes(context: CommandContext): Promise<ExitCode> {
  const { terminal, globals } = context;
  const { plan, judgements } = await withSession(context, (session, signal) =>
    session.plan({ signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  const found = plan.disputes.map((dispute) => {
    const accounts = accountsAmong(judgements, dispute.candidates);
    const settle = waysToSettle(dispute, plan.target.connection);
    return { ...dispute, accounts, rows: compareAccounts(accounts), settle };
  });
  if (globals.json) terminal.printJson(found);
  else if (found.length === 0) terminal.say("There is nothing to decide: no accounts are in dispute.");
  else {
    const lines = found.map((each) => renderDispute(each, terminal.paint));
    terminal.print(...lines.flatMap((each, index) => (index > 0 ? ["", ...each] : each)));
    terminal.say(terminal.voice("faint", `${counted(found.length, "dispute")}. * marks what differs.`));
  }
  return exitCodes.done;
}
