import * as vscode from "vscode";
import { saveAnswer } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { jobOutputsOf } from "../../job-outputs/job-outputs.ts";
import { withProgress } from "../../ui/progress.ts";
import type { JobOutputSubject } from "./subjects.ts";

/** Saves a file of a job's output on this machine, where the person says. */
export async function downloadOutput(host: Host, output: JobOutputSubject): Promise<void> {
  const { name } = output;
  const destination = await host.ask.file({
    id: "destination",
    title: `Download ${name}`,
    purpose: "write",
    name,
    action: "Save Here",
  });
  if (destination === undefined) return;
  await withProgress(`downloading ${name}`, async ({ signal }) => {
    await saveAnswer(await jobOutputsOf(host).download(output, signal), destination, signal);
  });
  const open = "Open";
  const message = `Saved ${destination}.`;
  const answer = await host.ask.offer({ id: "saved", level: "information", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(destination));
}
