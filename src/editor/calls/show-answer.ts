import * as vscode from "vscode";
import type { Operation } from "../../platforms/operation.ts";
import type { Host } from "../host.ts";
import type { Call } from "./call.ts";
import { copySecret } from "./copy-secret.ts";
import { callDocuments } from "./documents.ts";
import { withoutSecrets } from "./secrets.ts";

/** Shows what an operation answered: as a read-only document, or where it has been saved. Secrets are masked and offered to be copied. */
export async function showAnswer(
  host: Host,
  operation: Operation,
  call: Call,
  answer: unknown,
): Promise<void> {
  if (call.destination !== undefined) return tellSaved(host, call.destination);
  if (answer === undefined || answer === "") return tellDone(host, call);
  const { shown, secrets } = withoutSecrets(operation, answer);
  const isText = typeof shown === "string";
  const text = isText ? shown : `${JSON.stringify(shown, null, 2)}\n`;
  const outcome = { call, text, failed: false, secrets };
  await callDocuments.open(outcome, `${call.operation} (${call.connection}).${isText ? "txt" : "json"}`);
  if (operation.shownOnce !== undefined && secrets.length > 0) await offerSecrets(host, outcome);
}

async function offerSecrets(host: Host, { secrets, call }: Parameters<typeof copySecret>[1]): Promise<void> {
  const copy = "Copy Token";
  const names = [...new Set(secrets.map(({ name }) => name))].join(" and ");
  const answer = await host.ask.offer({
    id: "token",
    level: "warning",
    message: `${call.connection} shows the ${names} this once. Copy it and keep it safe; it can be copied from here until this window is closed.`,
    actions: [copy],
  });
  if (answer === copy) await copySecret(host, { secrets, call });
}

async function tellDone(host: Host, { operation, connection }: Call): Promise<void> {
  const message = `${operation} is done on ${connection}. The answer is empty.`;
  await host.ask.offer({ id: "done", level: "information", message, actions: [] });
}

async function tellSaved(host: Host, path: string): Promise<void> {
  const open = "Open";
  const message = `Saved ${path}.`;
  const answer = await host.ask.offer({ id: "saved", level: "information", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(path));
}
