import * as vscode from "vscode";
import { saveAnswer } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseOutputs } from "../../views/jobs/choose-outputs.ts";

const title = "Download Output of Job";

/** Saves a file of a job's output on this machine. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [output] = await chooseOutputs(host, given, title);
  if (output === undefined) return;
  const { connection, job, path } = output;
  const name = path.slice(path.lastIndexOf("/") + 1);
  const destination = await host.ask.file({
    id: "destination",
    title,
    purpose: "write",
    name,
    action: "Save Here",
  });
  if (destination === undefined) return;
  const { client } = await openConnection(host.sessions, connection);
  await withProgress(`downloading ${name}`, async ({ signal }) => {
    const answer = await client.callNamed("jobs.downloadOutput", { jobId: job, filePath: path }, { signal });
    await saveAnswer(answer, destination, signal);
  });
  const open = "Open";
  const message = `Saved ${destination}.`;
  const answer = await host.ask.offer({ id: "saved", level: "information", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(destination));
}
