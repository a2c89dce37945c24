import * as vscode from "vscode";
import type { LinkEntry, LinkSection } from "../../config/links/entry.ts";
import { linksFileOf, writeLinks } from "../../config/links/file.ts";
import { entriesOf, type LinksFile, RefusedLink, saying, unsaying } from "../../config/links/say.ts";
import type { Pin } from "../../identity/pin.ts";
import type { Host } from "../host.ts";
import { replan } from "../operations/replan.ts";

/** The links file of the configuration in use, as its editor has it where it is open with unsaved edits. Undefined without a policy. */
export async function linksAtHand(host: Host): Promise<LinksFile | undefined> {
  const { configuration } = await host.sessions.get();
  const links = await linksFileOf(configuration);
  const open = links && openDocument(links);
  return links && open?.isDirty ? { ...links, text: open.getText() } : links;
}

/** Everything that the links file says. */
export async function saidSoFar(host: Host): Promise<readonly LinkEntry[]> {
  const links = await linksAtHand(host);
  return links ? entriesOf(links) : [];
}

/**
 * Says something of pairs of accounts in the links file, all of it or nothing, and plans again from what was read before. Answers whether
 * it is said now; where the file says otherwise the person is told so.
 */
export async function say(host: Host, section: LinkSection, pins: readonly Pin[]): Promise<boolean> {
  const links = await linksAtHand(host);
  if (links === undefined) return false;
  try {
    const text = pins.reduce<string | undefined>(
      (before, pin) => saying({ ...links, text: before }, section, pin) ?? before,
      links.text,
    );
    await keep(host, links, text);
    return true;
  } catch (error) {
    if (!(error instanceof RefusedLink)) throw error;
    const open = "Open Links File";
    const answer = await host.ask.offer({
      id: "refusedLink",
      level: "warning",
      message: error.message,
      actions: [open],
    });
    if (answer === open) await vscode.commands.executeCommand("rollcall.openLinks");
    return false;
  }
}

/** Takes back what the links file says of some pairs, and plans again. */
export async function unsay(host: Host, which: (entry: LinkEntry) => boolean): Promise<void> {
  const links = await linksAtHand(host);
  if (links !== undefined) await keep(host, links, unsaying(links, which).text);
}

async function keep(host: Host, links: LinksFile, text: string | undefined): Promise<void> {
  if (text !== undefined && text !== links.text) await save(links, text);
  await host.configuration.reload();
  await replan(host);
}

/** Where the file has unsaved edits, they are saved with it. */
async function save(links: LinksFile, text: string): Promise<void> {
  const open = openDocument(links);
  if (!open?.isDirty) return writeLinks(links, text);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(open.uri, new vscode.Range(open.positionAt(0), open.positionAt(open.getText().length)), text);
  await vscode.workspace.applyEdit(edit);
  await open.save();
}

function openDocument({ file }: LinksFile): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === "file" && uri.fsPath === file);
}
