import { basename } from "node:path";
import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { nameOf, pathText } from "../../remote-files/path.ts";
import { remoteFilesOf } from "../../remote-files/remote-files.ts";
import { workOnEach } from "../../resources/work-on-each.ts";
import { withProgress, withViewProgress } from "../../ui/progress.ts";
import { counted } from "../../views/reconciliation/words.ts";
import { type ChosenFile, chooseFiles } from "../../views/systems/choose-files.ts";
import { type Downloading, download, filesOf, isThere } from "../../views/systems/download.ts";

const title = "Download Files";

/** Saves files of systems on this machine: one at a place that is asked for, several and folders with all in them in a folder. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const chosen = await chooseFiles(host, given, title, "any");
  const [only] = chosen;
  if (only === undefined) return;
  if (chosen.length === 1 && !only.isFolder) await downloadOne(host, only);
  else await downloadAll(host, chosen);
}

async function downloadOne(host: Host, { path }: ChosenFile): Promise<void> {
  const name = nameOf(path);
  const target = await host.ask.file({
    id: "destination",
    title,
    purpose: "write",
    name,
    action: "Save Here",
  });
  if (target === undefined) return;
  await withProgress(`downloading ${name}`, ({ signal }) =>
    download(remoteFilesOf(host), { path, target }, signal),
  );
  const open = "Open";
  const message = `Saved ${target}.`;
  const answer = await host.ask.offer({ id: "saved", level: "information", message, actions: [open] });
  if (answer === open) await vscode.commands.executeCommand("vscode.open", vscode.Uri.file(target));
}

async function downloadAll(host: Host, chosen: readonly ChosenFile[]): Promise<void> {
  const folder = await host.ask.file({
    id: "destination",
    title: `Download ${counted(chosen.length, "item")} into a Folder`,
    purpose: "folder",
    action: "Save Here",
  });
  if (folder === undefined) return;
  const remote = remoteFilesOf(host);
  const items = await withViewProgress(viewIdOf("systems"), () => filesOf(remote, chosen, folder));
  if (!(await mayOverwrite(host, items))) return;
  await workOnEach(host, {
    items,
    nameOf: ({ path }) => pathText(path),
    doing: "downloading",
    done: "downloaded",
    one: "file",
    run: (item, signal) => download(remote, item, signal),
  });
}

/** Asks once where files of this machine would be overwritten. */
async function mayOverwrite(host: Host, items: readonly Downloading[]): Promise<boolean> {
  const present: string[] = [];
  for (const { target } of items) if (await isThere(target)) present.push(target);
  const [first] = present;
  if (first === undefined) return true;
  const what = present.length === 1 ? basename(first) : counted(present.length, "file");
  return host.ask.confirm({
    id: "overwrite",
    message: `Overwrite ${what} on this machine?`,
    detail: `${present.slice(0, 12).join("\n")}${present.length > 12 ? `\nand ${present.length - 12} more` : ""}`,
    action: "Overwrite",
  });
}
