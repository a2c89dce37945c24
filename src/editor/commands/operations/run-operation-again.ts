import { parametersText, type RememberedCall } from "../../calls/call.ts";
import { recalled } from "../../calls/history.ts";
import { runAgain } from "../../calls/run-again.ts";
import type { Host } from "../../host.ts";

/** Sends one of the last operations again, with its parameters filled in. */
export async function run(host: Host): Promise<void> {
  const call = await chooseCall(host, recalled(host.context.workspaceState));
  if (call !== undefined) await runAgain(host, call);
}

async function chooseCall(host: Host, calls: readonly RememberedCall[]): Promise<RememberedCall | undefined> {
  if (calls.length === 0) {
    const message = "No operation has been run in this workspace yet.";
    await host.ask.offer({ id: "noCalls", level: "information", message, actions: [] });
    return undefined;
  }
  const answer = await host.ask.pick({
    id: "call",
    title: "Run Operation Again",
    placeholder: "Which one? Its parameters can be changed before it is sent",
    choices: calls.map((call, index) => ({
      id: String(index),
      label: call.operation,
      description: call.connection,
      detail: parametersText(call),
      icon: "history",
    })),
  });
  return typeof answer === "string" ? calls[Number(answer)] : undefined;
}
