import * as vscode from "vscode";
import { saveAnswer } from "../../../session/operation/files.ts";
import type { Host } from "../../host.ts";
import { nameOf } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { withProgress } from "../../ui/progress.ts";
import { chooseFiles } from "../../views/systems/choose-files.ts";

const title = "Download File";

/** Saves a file of a system on this machine. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const [file] = await chooseFiles(host, given, title, "file");
  if (file === undefined) return;
  const name = nameOf(file.path);
  const destination = await host.ask.file({
    id: "destination",
    title,
    purpose: "write",
    name,
    action: "Save Here",
  });
  if (destination === undefined) return;
  await withProgress(`downloading ${name}`, async ({ signal }) => {
    await saveAnswer(await remoteFilesOf(host).download(file.path, signal), destination, signal);
  });
  const open = "Open";
  const message = `Saved ${destination}.`;
  const answer = await host.ask.offer({ id: "saved", level: "information", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(destination));
}
