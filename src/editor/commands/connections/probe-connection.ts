import type { ProbeReport } from "../../../session/probe/finding.ts";
import { openDocument } from "../../documents/open.ts";
import type { Host } from "../../host.ts";
import { logProblem } from "../../operations/log-problem.ts";
import { describeProblem } from "../../problem.ts";
import { chooseConnection } from "../../secrets/choose-connection.ts";
import { withProgress } from "../../ui/progress.ts";

/** Finds out, by reads alone, what a connection's server is and what may be done there, and opens the findings. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const connection = await chooseConnection(host, given, { title: "Probe Connection" });
  if (connection === undefined) return;
  const session = await host.sessions.get();
  const title = `probing ${connection.name}`;
  let report: ProbeReport;
  try {
    report = await withProgress(title, ({ signal }) => session.probe(connection.name, { signal }));
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, title, problem);
    if (problem.kind !== "cancelled") await openDocument({ kind: "problem", problem });
    return;
  }
  const at = new Date().toISOString();
  await openDocument({ kind: "probe", connection: connection.name, at }, { probe: report });
}
