import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { outputUri } from "../../job-outputs/uri.ts";
import { largestShown } from "../../remote-files/content.ts";
import { sizeText } from "../../ui/size.ts";
import { chooseOutputs } from "../../views/jobs/choose-outputs.ts";
import { downloadOutput } from "../../views/jobs/download.ts";
import type { JobOutputSubject } from "../../views/jobs/subjects.ts";

/** Opens the selected files of jobs' outputs, read-only. What is too large for the editor can be downloaded instead. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const outputs = await chooseOutputs(host, given, "Open Output of Job");
  for (const output of outputs)
    if (output.size > largestShown) await offerDownload(host, output);
    else
      await vscode.commands.executeCommand("vscode.open", outputUri(output), {
        preview: outputs.length === 1,
      });
}

async function offerDownload(host: Host, output: JobOutputSubject): Promise<void> {
  const download = "Download…";
  const answer = await host.ask.offer({
    id: "tooLarge",
    level: "information",
    message: `${output.name} has ${sizeText(output.size)}: more than ${sizeText(largestShown)} are not opened in the editor.`,
    actions: [download],
  });
  if (answer === download) await downloadOutput(host, output);
}
