import type { SandboxEndpoints } from "../../../../src/sandbox/endpoints.ts";
import type { Workbench } from "../../../tools/workbench.ts";

/** Signs in to a connection by its token, from the command palette. */
export async function signIn(workbench: Workbench, connection: string, token: string): Promise<void> {
  await workbench.command("Rollcall: Sign In…");
  await workbench.pick(new RegExp(`^${connection}`));
  await workbench.answerSecret(token);
}

/** Answers the questions of signing in to Agave by user name and password, once the way was asked for. */
export async function signInByPassword(
  workbench: Workbench,
  { username, password }: SandboxEndpoints["agave"],
): Promise<void> {
  await workbench.pick("User name and password, once");
  await workbench.see(/User name for http/);
  await workbench.answer(username);
  await workbench.answerSecret(password);
  await workbench.pick("Make one for Rollcall");
}
