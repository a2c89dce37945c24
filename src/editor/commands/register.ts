import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";

const signIn = "rollcall.signIn";
const signInAction = "Sign In…";
const showLog = "Show Log";

/**
 * Registers every command of the manifest; what they do is loaded with the first one that is run. What a command does not handle
 * itself is logged and told once, with a way to the log, and to sign in where that is what is missing.
 */
export function registerCommands(host: Host): vscode.Disposable {
  const { contributes } = host.context.extension.packageJSON as Manifest;
  const registrations = contributes.commands.map(({ command: id }) =>
    vscode.commands.registerCommand(id, async (...given: unknown[]) => {
      try {
        const { commands } = await import("./table.ts");
        return await (await commands[id]?.())?.run(host, ...given);
      } catch (error) {
        await tell(host, id, error);
        return undefined;
      }
    }),
  );
  return vscode.Disposable.from(...registrations);
}

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

async function tell(host: Host, id: string, error: unknown): Promise<void> {
  const problem = describeProblem(error);
  logProblem(host.log, id, problem);
  if (problem.kind === "cancelled") return;
  const message = [problem.message, problem.advice].filter(Boolean).join(" ");
  const { kind, connection } = problem;
  const wantsSignIn = kind === "unauthorised" && connection !== undefined && id !== signIn;
  const actions = [...(wantsSignIn ? [signInAction] : []), showLog];
  const answer = await host.ask.offer({ id: "problem", level: "error", message, actions });
  if (answer === showLog) host.log.show(true);
  if (answer === signInAction) await vscode.commands.executeCommand(signIn, connection);
}
