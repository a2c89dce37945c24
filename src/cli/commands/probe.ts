import { type ProbeReport, verdictMarks } from "../../session/probe/finding.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { requireConnection } from "../operation/connection.ts";
import { printable } from "../output/printable.ts";
import { table } from "../output/table.ts";
import type { Terminal } from "../output/terminal.ts";

/** `rollcall probe <connection>`: what a server is and what the token may do there, found out by reads alone. Fails where nobody answers or the token is refused. */
export async function probe(context: CommandContext, connection: string): Promise<ExitCode> {
  const { terminal, globals } = context;
  const report = await withSession(context, (session, signal) => {
    requireConnection(connection, session);
    return session.probe(connection, { signal });
  });
  if (globals.json) terminal.printJson(report);
  else show(report, terminal);
  return report.reachable && report.signedIn ? exitCodes.done : exitCodes.failed;
}

function show({ connection, platform, url, findings }: ProbeReport, terminal: Terminal): void {
  const { paint } = terminal;
  const columns = ["", "Question", "Answer", "Evidence"].map((title) => ({ title }));
  const rows = findings.map(({ question, verdict, answer, evidence }) =>
    [verdictMarks[verdict], question, answer, evidence].map(printable),
  );
  terminal.print(
    paint("heading", `${connection}: ${platform} at ${url}`),
    "",
    ...table(columns, rows, paint),
  );
  terminal.say(terminal.voice("faint", "+ yes, - no, ? not known. Nothing was written."));
}
