import type { ReportLine } from "../../editor/harness/report.ts";
import { bundleSuite, type SuiteBundle } from "../suite-bundle.ts";
import { runSuite } from "../suite-host.ts";
import type { Tally } from "../tally.ts";

/** Runs the files of the in-editor suite (absolute paths) in the extension host of a real VS Code and counts their cases. */
export async function runEditorSuite(files: readonly string[], tally: Tally): Promise<void> {
  const suite = await bundleSuite(files);
  await runSuite({ suite: suite.path, onLine: (line) => reportSuiteLine(line, suite, tally) });
}

/** Counts one line of the suite's report. */
export function reportSuiteLine(line: ReportLine, suite: SuiteBundle, tally: Tally): void {
  if (line.kind === "passed") tally.pass();
  else if (line.kind === "failed")
    tally.fail({ name: line.name, place: line.file, message: suite.toSources(explanation(line)) });
}

/** A stack begins with its error's message in most hosts, not in all. */
function explanation(line: { readonly message: string; readonly stack: string }): string {
  return line.stack.includes(line.message) ? line.stack : `${line.message}\n${line.stack}`;
}
