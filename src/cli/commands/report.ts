import { reportMarkdown } from "../../session/report-markdown.ts";
import { type CommandContext, withSession } from "../context.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { renderReport } from "../render/report.ts";

export interface ReportOptions {
  readonly markdown?: boolean;
}

/** `rollcall report [run]`: how a run ended, the newest unless one is named. */
export async function report(
  context: CommandContext,
  run: string | undefined,
  { markdown }: ReportOptions,
): Promise<ExitCode> {
  const { terminal, globals } = context;
  return withSession(context, async (session) => {
    if (run === undefined && session.runs().length === 0) {
      if (globals.json) terminal.printJson(null);
      terminal.say("There are no runs yet.");
      return exitCodes.done;
    }
    const recorded = session.report(run);
    if (globals.json) terminal.printJson(recorded.report);
    else if (markdown) terminal.streams.stdout.write(reportMarkdown(recorded));
    else terminal.print(...renderReport(recorded.report, terminal.paint));
    return exitCodes.done;
  });
}
