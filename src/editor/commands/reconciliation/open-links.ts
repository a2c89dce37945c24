import * as vscode from "vscode";
import { emptyLinks } from "../../../config/links/edit.ts";
import { writeLinks } from "../../../config/links/file.ts";
import type { Host } from "../../host.ts";
import { linksAtHand } from "../../links/say.ts";

const make = "Make It";

/** Opens the links file; where there is none yet, offers to make it. */
export async function run(host: Host): Promise<void> {
  const links = await linksAtHand(host);
  if (links === undefined) return;
  if (links.text === undefined) {
    const message = `There is no ${vscode.workspace.asRelativePath(links.file)} yet. It is made when you settle a dispute or link accounts.`;
    const answer = await host.ask.offer({ id: "noLinks", level: "information", message, actions: [make] });
    if (answer !== make) return;
    await writeLinks(links, emptyLinks);
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(links.file));
  await vscode.window.showTextDocument(document, { preview: false });
}
