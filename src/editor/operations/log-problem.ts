import type * as vscode from "vscode";
import type { Problem } from "../problem.ts";

/** Writes a problem to the log: what was being done, what happened, what to tell an operator. */
export function logProblem(log: vscode.LogOutputChannel, doing: string, problem: Problem): void {
  if (problem.kind === "cancelled") {
    log.info(`${doing}: cancelled`);
    return;
  }
  const facts = problem.facts.map(([name, value]) => `${name}=${value}`).join(" ");
  log.error(`${doing}: ${problem.message}${facts === "" ? "" : ` (${facts})`}`);
}
