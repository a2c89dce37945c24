import * as vscode from "vscode";
import type { Host } from "../host.ts";
import type { CallOutcome } from "./documents.ts";

/** Copies a secret of an answer; asks which where there are several. */
export async function copySecret(
  host: Host,
  { secrets, call }: Pick<CallOutcome, "secrets" | "call">,
): Promise<void> {
  const answer =
    secrets.length === 1
      ? "0"
      : await host.ask.pick({
          id: "secret",
          title: `Copy from ${call.operation} on ${call.connection}`,
          placeholder: "Which one?",
          choices: secrets.map(({ name }, index) => ({ id: String(index), label: name, icon: "key" })),
        });
  const secret = typeof answer === "string" ? secrets[Number(answer)] : undefined;
  if (secret === undefined) return;
  await vscode.env.clipboard.writeText(secret.value);
  vscode.window.setStatusBarMessage(`$(key) ${secret.name} copied`, 5000);
}
