import { type CommandContext, withSession } from "../context.ts";
import type { ExitCode } from "../exit.ts";
import { renderReport, reportExit } from "../render/report.ts";

/** `rollcall resume`: finishes the run that was interrupted, without doing anything twice. */
export async function resume(context: CommandContext): Promise<ExitCode> {
  const { terminal, globals } = context;
  const report = await withSession(context, (session, signal) =>
    session.resume({ signal, onProgress: (progress) => terminal.progress.show(progress) }),
  );
  if (globals.json) terminal.printJson(report);
  else terminal.print(...renderReport(report, terminal.paint));
  return reportExit(report);
}
