import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { editReference, editScheme } from "./address.ts";
import { changedEdits } from "./changed.ts";
import { settleConflict } from "./conflict.ts";
import { EditConflict } from "./edit-conflict.ts";
import { hasChanges, type Opening, Openings } from "./openings.ts";
import { readEdit, saveEdit } from "./save.ts";
import { textOf } from "./text.ts";
import type { Fields } from "./three-way.ts";

/** The documents whose save writes to a platform. Their texts are read from the platform, and never lie on a disk. */
export class EditFiles {
  readonly #host: Host;
  readonly #openings: Openings;

  constructor(host: Host) {
    this.#host = host;
    this.#openings = new Openings(host.context.workspaceState);
  }

  /** Follows which documents have unsaved changes and which were saved. */
  follow(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#showMerged(uri)),
      this.#openings.follow(),
    );
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { now, time } = await this.#opening(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytesOf(now).length };
  }

  /** What is read is what the document is made from then, unless it has changes of its own. */
  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const opening = await this.#opening(uri);
    if (!hasChanges(uri)) this.#openings.set(uri, { ...opening, base: opening.now });
    return bytesOf(opening.now);
  }

  /** Writes what was changed. Rejects, so that the document stays unsaved, where nothing was written. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { base, now, time } = await this.#opening(uri);
    const text = new TextDecoder().decode(content);
    const saved = await told(() =>
      saveEdit(this.#host, editReference(uri), base, text).catch((error: unknown) => {
        if (error instanceof EditConflict) void settleConflict(this.#host, this, uri, error);
        throw error;
      }),
    );
    this.#openings.set(uri, {
      base: saved.mine,
      now: saved.now ?? now,
      time: Math.max(Date.now(), time + 1),
    });
  }

  /** Reads a document again. It shows what there is, unless it has changes of its own. */
  async renew(uri: vscode.Uri): Promise<void> {
    if (hasChanges(uri)) return;
    const before = this.#openings.get(uri)?.time ?? 0;
    await this.#read(uri, before);
    this.#tell(uri);
  }

  /** What the unsaved text of a document was made from. */
  baseOf(uri: vscode.Uri): Fields | undefined {
    return this.#openings.get(uri)?.base;
  }

  /** Takes it that a document with unsaved changes was made from what there is now. */
  rebase(uri: vscode.Uri, now: Fields): void {
    const time = this.#openings.get(uri)?.time ?? Date.now();
    this.#openings.set(uri, { base: now, now, time });
  }

  async #opening(uri: vscode.Uri): Promise<Opening> {
    return this.#openings.get(uri) ?? this.#read(uri, 0);
  }

  async #read(uri: vscode.Uri, before: number): Promise<Opening> {
    const now = await told(() => readEdit(this.#host, editReference(uri)));
    const opening = { base: now, now, time: Math.max(Date.now(), before + 1) };
    this.#openings.set(uri, opening);
    return opening;
  }

  /** The editor takes what it saved for what there is. Where the platform made something else of it, the document is read again. */
  #showMerged(uri: vscode.Uri): void {
    const opening = uri.scheme === editScheme ? this.#openings.get(uri) : undefined;
    if (opening === undefined || opening.now === opening.base || hasChanges(uri)) return;
    this.#openings.set(uri, { ...opening, time: opening.time + 1 });
    this.#tell(uri);
  }

  #tell(uri: vscode.Uri): void {
    changedEdits.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
}

function bytesOf(fields: Fields): Uint8Array {
  return new TextEncoder().encode(textOf(fields));
}

/** The editor shows the messages of its own errors, and of no others. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { message, advice } = describeProblem(error);
    throw vscode.FileSystemError.Unavailable([message, advice].filter(Boolean).join(" "));
  }
}
