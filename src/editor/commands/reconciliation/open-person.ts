import * as vscode from "vscode";
import { personText } from "../../documents/person-text.ts";
import { prepareText } from "../../documents/prepared.ts";
import { documentUri } from "../../documents/reference.ts";
import { renewed } from "../../documents/renewed.ts";
import type { Host } from "../../host.ts";
import { withProgress } from "../../ui/progress.ts";
import { personKey, tellNobody } from "./given-person.ts";

/** Opens a page with all that is known of one person: the selected one, or whoever carries a key that is asked for. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const key = await personKey(host, given, { id: "person", title: "Open Person" });
  if (key === undefined) return;
  const session = await host.sessions.get();
  const records = await withProgress(`reading ${key}`, (options) => session.person(key, options));
  const [first] = records;
  if (first === undefined) return tellNobody(host, key);
  const uri = documentUri({ kind: "person", key }, `${first.judgement.person}.md`);
  const isOpen = vscode.workspace.textDocuments.some(
    (document) => document.uri.toString() === uri.toString(),
  );
  prepareText(uri, personText(key, records));
  if (isOpen) renewed.fire(uri);
  await vscode.commands.executeCommand("markdown.showPreview", uri);
}
