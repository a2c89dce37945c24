import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { applyEdits, type FormattingOptions, modify } from "jsonc-parser";
import * as vscode from "vscode";
import type { PlatformName } from "../../config/platform-facts.ts";

/** A connection as it is added to the file. */
export interface NewConnection {
  readonly name: string;
  readonly platform: PlatformName;
  readonly url: string;
}

const start = `{
  // Platforms by name. Tokens do not belong here: Rollcall asks for them and keeps them apart.
  "connections": {}
}
`;

const formattingOptions: FormattingOptions = { insertSpaces: true, tabSize: 2, insertFinalNewline: true };

/** The text of a configuration with one more connection; all else, comments as well, stays as it is. */
export function withConnection(text: string | undefined, { name, platform, url }: NewConnection): string {
  const before = text === undefined || text.trim() === "" ? start : text;
  return applyEdits(before, modify(before, ["connections", name], { platform, url }, { formattingOptions }));
}

/** Adds a connection to a file, which is made where it does not exist. Where it has unsaved edits, they are saved with it. */
export async function addConnectionTo(file: string, connection: NewConnection): Promise<void> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.fsPath === file && uri.scheme === "file");
  if (!open?.isDirty) {
    const text = await readFile(file, "utf8").catch(() => undefined);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, withConnection(text, connection));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(open.positionAt(0), open.positionAt(open.getText().length));
  edit.replace(open.uri, whole, withConnection(open.getText(), connection));
  await vscode.workspace.applyEdit(edit);
  await open.save();
}
