import * as vscode from "vscode";
import type { Operation } from "../../platforms/operation.ts";
import type { OpenConnection } from "../../session/types.ts";
import { problemText } from "../documents/problem-text.ts";
import type { Host } from "../host.ts";
import { logProblem } from "../operations/log-problem.ts";
import { describeProblem } from "../problem.ts";
import { withProgress } from "../ui/progress.ts";
import type { Call } from "./call.ts";
import { allowsWrite } from "./consent.ts";
import { callDocuments } from "./documents.ts";
import { remember } from "./history.ts";
import { answersBytes, sendCall } from "./send.ts";
import { showAnswer } from "./show-answer.ts";

/** Sends a call that is all filled in, after the questions that it takes, and shows what came of it. */
export async function runCall(host: Host, asked: Call): Promise<void> {
  const session = await host.sessions.get();
  const opened = session.operations(asked.connection);
  const operation = opened.operations.find(({ name }) => name === asked.operation);
  if (operation === undefined) throw new Error(`${asked.connection} has no operation ${asked.operation}.`);
  const call = await withDestination(host, operation, asked);
  if (call === undefined) return;
  if (operation.writes && !(await allowsWrite(host, opened, operation, call))) return;
  await remember(host.context.workspaceState, call);
  await send(host, opened, operation, call);
}

async function send(host: Host, opened: OpenConnection, operation: Operation, call: Call): Promise<void> {
  const title = `${operation.name} on ${call.connection}`;
  try {
    const answer = await withProgress(title, ({ signal }) => sendCall(opened, operation, call, signal));
    host.log.info(`${title}: done`);
    if (operation.writes) void vscode.commands.executeCommand("rollcall.refresh");
    await showAnswer(host, operation, call, answer);
  } catch (error) {
    await showFailure(host, title, call, error);
  }
}

/** A call that was cancelled is told of only where it may have taken effect all the same. */
async function showFailure(host: Host, title: string, call: Call, error: unknown): Promise<void> {
  const problem = describeProblem(error);
  logProblem(host.log, title, problem);
  const mayHaveLanded =
    typeof error === "object" && error !== null && "landed" in error && error.landed === "unknown";
  if (problem.kind === "cancelled" && !mayHaveLanded) return;
  const text = `${title}\n\n${problemText(problem)}`;
  await callDocuments.open({ call, text, failed: true, secrets: [] }, `${call.operation} failed.txt`);
}

/** Asks for a file where the answer is bytes. */
async function withDestination(host: Host, operation: Operation, call: Call): Promise<Call | undefined> {
  if (!answersBytes(operation) || call.destination !== undefined) return call;
  const destination = await host.ask.file({
    id: "destination",
    title: `Save the answer of ${operation.name}`,
    purpose: "write",
    name: nameOf(call),
    action: "Save Here",
  });
  return destination === undefined ? undefined : { ...call, destination };
}

/** The name of the file that is asked for, where a parameter is a path. */
function nameOf({ operation, parameters }: Call): string {
  const [path] = Object.entries(parameters).flatMap(([name, value]) => (/path$/i.test(name) ? [value] : []));
  return path?.split("/").findLast((part) => part !== "") ?? `${operation}.bin`;
}
