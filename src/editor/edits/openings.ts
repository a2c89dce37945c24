import * as vscode from "vscode";
import { editScheme } from "./address.ts";
import type { Fields } from "./three-way.ts";

/** An editable document as this window has it. */
export interface Opening {
  /** What its text was made from: what changes are compared with. */
  readonly base: Fields;
  /** What the platform had when it was read last. */
  readonly now: Fields;
  /** When that was; the editor reads a document again whose time has moved on. */
  readonly time: number;
}

/**
 * What the open documents were made from. The editor keeps unsaved changes over a reload of the window, and so this keeps what they
 * are to be compared with.
 */
export class Openings {
  readonly #known = new Map<string, Opening>();
  readonly #memento: vscode.Memento;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
  }

  /** Follows which documents have unsaved changes. */
  follow(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document }) => void this.#note(document)),
      vscode.workspace.onDidSaveTextDocument((document) => void this.#note(document)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#forget(document)),
    );
  }

  /** What is known of a document in this window or, where it has unsaved changes, from before it was loaded. */
  get(uri: vscode.Uri): Opening | undefined {
    const known = this.#known.get(uri.toString());
    return known ?? (hasChanges(uri) ? this.#memento.get<Opening>(keyOf(uri)) : undefined);
  }

  set(uri: vscode.Uri, opening: Opening): void {
    this.#known.set(uri.toString(), opening);
    if (hasChanges(uri)) void this.#memento.update(keyOf(uri), opening);
  }

  async #note({ uri, isDirty }: vscode.TextDocument): Promise<void> {
    if (uri.scheme !== editScheme) return;
    const isKept = this.#memento.get(keyOf(uri)) !== undefined;
    if (isDirty !== isKept)
      await this.#memento.update(keyOf(uri), isDirty ? this.#known.get(uri.toString()) : undefined);
  }

  /** A document is closed for a moment also where its language is changed. */
  async #forget({ uri, isDirty }: vscode.TextDocument): Promise<void> {
    if (uri.scheme !== editScheme || isDirty) return;
    this.#known.delete(uri.toString());
    await this.#memento.update(keyOf(uri), undefined);
  }
}

/** Whether a document is open with changes that are not saved. */
export function hasChanges(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => document.isDirty && document.uri.toString() === uri.toString(),
  );
}

function keyOf(uri: vscode.Uri): string {
  return `edit ${uri.query}`;
}
