import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";

const signIn = "rollcall.signIn";
const signInAction = "Sign In…";
const showLog = "Show Log";

/** Tells why a command failed, with a way to the log, and to a sign-in where that is what is missing. */
export async function tellProblem(host: Host, command: string, error: unknown): Promise<void> {
  const problem = describeProblem(error);
  logProblem(host.log, command, problem);
  const { kind, connection } = problem;
  if (kind === "cancelled") return;
  const message = [problem.message, problem.advice].filter(Boolean).join(" ");
  const wantsSignIn = kind === "unauthorised" && connection !== undefined && command !== signIn;
  const actions = [...(wantsSignIn ? [signInAction] : []), showLog];
  const answer = await host.ask.offer({ id: "problem", level: "error", message, actions });
  if (answer === showLog) host.log.show(true);
  if (answer === signInAction) await vscode.commands.executeCommand(signIn, connection);
}
