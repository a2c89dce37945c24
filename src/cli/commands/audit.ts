import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { counted } from "../output/printable.ts";

export interface AuditOptions {
  readonly verify?: boolean;
}

/** `rollcall audit`: the audit log, one JSON object on a line; with `--verify` whether it is as it was written. */
export async function audit(context: CommandContext, { verify }: AuditOptions): Promise<ExitCode> {
  return withSession(context, async (session) => {
    const log = session.audit();
    return verify ? check(context, log.verify()) : list(context, log.entries());
  });
}

type Log = ReturnType<Parameters<Parameters<typeof withSession>[1]>[0]["audit"]>;

function list({ terminal, globals }: CommandContext, entries: ReturnType<Log["entries"]>): ExitCode {
  if (globals.json) {
    terminal.printJson([...entries]);
    return exitCodes.done;
  }
  let listed = 0;
  for (const entry of entries) {
    terminal.printJsonLine(entry);
    listed++;
  }
  if (listed === 0) terminal.say(nothing);
  return exitCodes.done;
}

function check({ terminal, globals }: CommandContext, verdict: ReturnType<Log["verify"]>): ExitCode {
  if (globals.json) terminal.printJson(verdict);
  if (!verdict.intact) {
    const found = `The audit log is not as it was written: entry ${verdict.seq} is the first that does not hold. ${verdict.why}`;
    terminal.say(terminal.voice("bad", found));
    return exitCodes.failed;
  }
  if (verdict.entries === 0) terminal.say(nothing);
  else if (!globals.json)
    terminal.print(
      `${terminal.paint("good", "Intact:")} ${counted(verdict.entries, "entry", "entries")}, the last with digest ${verdict.digest}.`,
    );
  return exitCodes.done;
}

const nothing = "There is nothing in the audit log yet: nothing was applied or changed by hand.";
