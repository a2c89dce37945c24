import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as vscode from "vscode";
import type { Host } from "../../../../src/editor/host.ts";
import type { Handle } from "../../../../src/editor/tree/handle.ts";
import { accessibleLabel, descriptionOf } from "../../../../src/editor/tree/node.ts";
import { ScriptedAsk } from "./scripted-ask.ts";

const id = "rollcall.rollcall";

/** The extension as the editor knows it. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  assert.ok(found, `${id} is not installed`);
  return found;
}

/** Activates the extension and answers what it lets tests take hold of. Questions fail until a script is given. */
export async function rollcall(): Promise<Host> {
  process.env.ROLLCALL_TEST = "1";
  const { host } = (await extension().activate()) as { host: Host };
  return host;
}

/** Does something with the questions answered by a script, which must fit exactly. */
export async function answering<T>(
  host: Host,
  script: ConstructorParameters<typeof ScriptedAsk>[0],
  work: () => Thenable<T>,
): Promise<ScriptedAsk> {
  const before = host.ask;
  const ask = new ScriptedAsk(script);
  host.ask = ask;
  try {
    await work();
    ask.finish();
  } finally {
    host.ask = before;
  }
  return ask;
}

/** Path of rollcall.jsonc in the open folder. */
export function configurationFile(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, "no folder is open");
  return join(folder.uri.fsPath, "rollcall.jsonc");
}

/** Removes the configuration and lets the extension see it. */
export async function withoutConfiguration(host: Host): Promise<void> {
  await rm(configurationFile(), { force: true });
  await host.configuration.reload();
}

/** The items of a view, or below one of its items, as the editor would be given them. */
export function items(host: Host, view: string, below?: Handle): Promise<readonly Handle[]> {
  const found = host.views.get(view);
  assert.ok(found, `there is no view ${view}`);
  return found.tree.getChildren(below);
}

/** Resolves with what a check answers, once it does not fail any more; fails with its last error after 20 seconds. */
export async function eventually<T>(check: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await check();
    } catch {
      await sleep(100);
    }
  }
  return check();
}

/** The text of the document that a command opened, once it is the active one and begins as wanted. */
export function opened(beginning: RegExp): Promise<vscode.TextDocument> {
  return eventually(async () => {
    const document = vscode.window.activeTextEditor?.document;
    assert.match(document?.getText() ?? "", beginning);
    return document ?? assert.fail("no editor is open");
  });
}

/** What a person reads of an item. */
export function read({ node }: Handle): string {
  return [node.label, descriptionOf(node)].filter(Boolean).join(" | ");
}

/** What is said of an item. */
export function heard({ node }: Handle): string {
  return accessibleLabel(node);
}

/** The item whose label begins with a text. */
export function labelled(handles: readonly Handle[], label: string): Handle {
  const found = handles.find(({ node }) => node.label.startsWith(label));
  assert.ok(found, `no item "${label}" among:\n${handles.map(read).join("\n")}`);
  return found;
}

/** Runs a command as the editor does it. */
export function run(command: string, ...given: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(`rollcall.${command}`, ...given);
}

/** What a person was told, question by question; nothing for those that only have a title. */
export function told({ asked }: ScriptedAsk): readonly string[] {
  return asked.map((question) => ("message" in question ? question.message : ""));
}
