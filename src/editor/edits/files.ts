import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { editReference, editScheme } from "./address.ts";
import type { Fields } from "./three-way.ts";

/** A document as it was read last: what changes are compared with. */
export interface Opening {
  readonly fields: Fields;
  readonly time: number;
}

/** The documents whose save writes to a platform. Their texts are read from the platform, and never lie on a disk. */
export class EditFiles implements vscode.FileSystemProvider {
  readonly #host: Host;
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #openings = new Map<string, Opening>();
  /** Documents whose save came to something else than their text, such as what others have changed. */
  readonly #differing = new Set<string>();
  readonly onDidChangeFile = this.#changed.event;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Serves the documents. One that has become something else by its save is read again after it. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      vscode.workspace.registerFileSystemProvider(editScheme, this, { isCaseSensitive: true }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        const opening = this.#openings.get(uri.toString());
        if (opening !== undefined && this.#differing.delete(uri.toString())) this.#keep(uri, opening.fields);
      }),
    );
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { fields, time } = await this.#opening(uri);
    return { type: vscode.FileType.File, ctime: 0, mtime: time, size: bytesOf(fields).length };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return bytesOf((await this.#opening(uri)).fields);
  }

  /** Writes what was changed. Rejects, so that the document stays unsaved, where nothing was written. */
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const { saveEdit } = await import("./save.ts");
    const opening = await this.#opening(uri);
    const text = new TextDecoder().decode(content);
    const fields = await told(() => saveEdit(this.#host, editReference(uri), opening.fields, text));
    this.#keep(uri, fields);
    if (textOf(fields) !== text) this.#differing.add(uri.toString());
  }

  /** Reads a document again, where nothing in it was changed. */
  async renew(uri: vscode.Uri): Promise<void> {
    this.#openings.delete(uri.toString());
    const { fields } = await this.#opening(uri);
    this.#keep(uri, fields);
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions("There are no folders here.");
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions("Delete it in its view.");
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions("Rename it in its view.");
  }

  async #opening(uri: vscode.Uri): Promise<Opening> {
    const known = this.#openings.get(uri.toString());
    if (known !== undefined) return known;
    const { readEdit } = await import("./save.ts");
    const fields = await told(() => readEdit(this.#host, editReference(uri)));
    return this.#keep(uri, fields);
  }

  /** The editor reads a document again whose time has moved on. */
  #keep(uri: vscode.Uri, fields: Fields): Opening {
    const before = this.#openings.get(uri.toString())?.time ?? 0;
    const opening = { fields, time: Math.max(Date.now(), before + 1) };
    this.#openings.set(uri.toString(), opening);
    this.#changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
    return opening;
  }
}

/** The text of a document. */
export function textOf(fields: Fields): string {
  return `${JSON.stringify(fields, null, 2)}\n`;
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
