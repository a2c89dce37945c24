import * as vscode from "vscode";
import type { Download } from "../../http/download.ts";
import type { HistoryEvent } from "../../platforms/agave/answers/common.ts";
import type { Upload } from "../../platforms/content.ts";
import type { PlatformClients } from "../../platforms/open.ts";
import type { Host } from "../host.ts";
import { Turns } from "../lists/turns.ts";
import { remoteClient } from "./client.ts";
import type { RemoteEntry } from "./entry.ts";
import { KnownEntries } from "./known-entries.ts";
import { nothingWhereNotFound, placeArguments, readEntries, readEntry, readHistory } from "./listing.ts";
import {
  addressPath,
  agavePath,
  agaveUrl,
  isSamePath,
  isSameSystem,
  nameOf,
  parentOf,
  pathText,
  type RemotePath,
} from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";
import { untilInPlace } from "./staging.ts";

type Client = PlatformClients["agave"];

/** Something that was written from here. */
export interface RemoteChange {
  readonly path: RemotePath;
  readonly kind: "created" | "changed" | "deleted";
}

/** What somebody is given on a file. */
export interface Grant {
  readonly username: string;
  readonly permission: string;
  readonly recursive: boolean;
}

const instances = new WeakMap<Host, RemoteFiles>();

/** The files of all systems, the same for everybody who works with them. */
export function remoteFilesOf(host: Host): RemoteFiles {
  const known = instances.get(host) ?? new RemoteFiles((connection) => remoteClient(host, connection));
  instances.set(host, known);
  return known;
}

/**
 * The files on Agave's systems. What was read serves for a moment, until it is written to. All methods reject with a `PlatformError`, or
 * with a `RemoteFileError` where something is in the way that is found out here.
 */
export class RemoteFiles {
  readonly #clientOf: (connection: string) => Promise<Client>;
  readonly #known = new KnownEntries();
  readonly #turns = new Turns();
  readonly #changed = new vscode.EventEmitter<readonly RemoteChange[]>();
  /** Told of everything that is written from here, also where the answer was lost. */
  readonly onDidChange = this.#changed.event;

  constructor(clientOf: (connection: string) => Promise<Client>) {
    this.#clientOf = clientOf;
  }

  /** What is at a path, from what was read lately or else from the server; undefined where there is nothing. */
  async look(path: RemotePath, signal?: AbortSignal): Promise<RemoteEntry | undefined> {
    const known = this.#known.get(path);
    return known === undefined ? this.lookAgain(path, signal) : known === "absent" ? undefined : known;
  }

  /** What the server shows at a path now. */
  async lookAgain(path: RemotePath, signal?: AbortSignal): Promise<RemoteEntry | undefined> {
    const { forgotten } = this.#known;
    const entry = await readEntry(await this.#clientOf(path.connection), path, signal);
    if (forgotten === this.#known.forgotten) this.#known.set(path, entry ?? "absent");
    return entry;
  }

  /** What is at a path; rejects where there is nothing. */
  async find(path: RemotePath, signal?: AbortSignal): Promise<RemoteEntry> {
    const entry = await this.look(path, signal);
    if (entry !== undefined) return entry;
    throw new RemoteFileError("notFound", `There is no ${pathText(path)}.`);
  }

  /** Everything in a folder, as the server shows it now. */
  async list(folder: RemotePath, signal?: AbortSignal): Promise<readonly RemoteEntry[]> {
    const { forgotten } = this.#known;
    const entries = await readEntries(await this.#clientOf(folder.connection), folder, signal);
    if (forgotten === this.#known.forgotten) this.#known.setListing(folder, entries);
    return entries;
  }

  /** A file's content as it comes. */
  async download(path: RemotePath, signal?: AbortSignal): Promise<Download> {
    const client = await this.#clientOf(path.connection);
    return client.call("files.download", placeArguments(path), { signal });
  }

  /** What has happened to a file, the oldest first. */
  async history(path: RemotePath, signal?: AbortSignal): Promise<readonly HistoryEvent[]> {
    return readHistory(await this.#clientOf(path.connection), path, signal);
  }

  /**
   * Sends a file to a path, in place of what `before` says is there, and waits until the server shows it. One after the other for each
   * path.
   */
  upload(
    path: RemotePath,
    content: Pick<Upload, "content" | "length">,
    before: RemoteEntry | undefined,
    signal?: AbortSignal,
  ): Promise<RemoteEntry> {
    const fileToUpload = { ...content, fileName: nameOf(path) };
    return this.#put(path, { fileToUpload }, { before, size: sizeOf(content) }, signal);
  }

  async makeFolder(path: RemotePath, signal?: AbortSignal): Promise<void> {
    const folder = folderOf(path);
    const client = await this.#clientOf(path.connection);
    const body = { action: "mkdir", path: nameOf(path) };
    await this.#told([{ path, kind: "created" }], () =>
      client.call("files.manage", { ...placeArguments(folder), body }, { signal }),
    );
  }

  /** Deletes a file, or a folder with all in it. */
  async remove(path: RemotePath, signal?: AbortSignal): Promise<void> {
    folderOf(path);
    const client = await this.#clientOf(path.connection);
    await this.#told([{ path, kind: "deleted" }], () =>
      client.call("files.delete", placeArguments(path), { signal }),
    );
  }

  /** Gives something another name or another place, where nothing is yet. Between systems, a file is copied and then deleted. */
  async move(from: RemotePath, to: RemotePath, signal?: AbortSignal): Promise<void> {
    const [before, after] = [folderOf(from), folderOf(to)];
    if (!isSameSystem(from, to)) {
      await this.copy(from, to, signal);
      return this.remove(from, signal);
    }
    const client = await this.#clientOf(from.connection);
    const body = isSamePath(before, after)
      ? { action: "rename", path: nameOf(to) }
      : { action: "move", path: agavePath(to) };
    const changes: readonly RemoteChange[] = [
      { path: from, kind: "deleted" },
      { path: to, kind: "created" },
    ];
    await this.#told(changes, () =>
      client.call("files.manage", { ...placeArguments(from), body }, { signal }),
    );
  }

  /** Copies something on the server to where nothing is yet; between systems of a connection, files alone. */
  async copy(from: RemotePath, to: RemotePath, signal?: AbortSignal): Promise<void> {
    folderOf(to);
    const client = await this.#clientOf(from.connection);
    if (isSameSystem(from, to)) {
      const body = { action: "copy", path: agavePath(to) };
      await this.#told([{ path: to, kind: "created" }], () =>
        client.call("files.manage", { ...placeArguments(from), body }, { signal }),
      );
      return;
    }
    const { isFolder, size } = await this.find(from, signal);
    if (isFolder || from.connection !== to.connection) throw unlike(from, isFolder);
    await this.#put(to, { urlToIngest: agaveUrl(from) }, { before: undefined, size }, signal);
  }

  /** Gives somebody a permission in place of the present one. */
  async grant(path: RemotePath, body: Grant, signal?: AbortSignal): Promise<void> {
    const client = await this.#clientOf(path.connection);
    await this.#told([{ path, kind: "changed" }], () =>
      client.call("files.updatePermissions", { ...placeArguments(path), body }, { signal }),
    );
  }

  /** Withdraws every permission but the owner's. */
  async withdrawAll(path: RemotePath, recursive: boolean, signal?: AbortSignal): Promise<void> {
    const client = await this.#clientOf(path.connection);
    await this.#told([{ path, kind: "changed" }], () =>
      client.call("files.deletePermissions", { ...placeArguments(path), recursive }, { signal }),
    );
  }

  #put(
    path: RemotePath,
    source: { readonly fileToUpload: Upload } | { readonly urlToIngest: string },
    { before, size }: { readonly before: RemoteEntry | undefined; readonly size: number | undefined },
    signal?: AbortSignal,
  ): Promise<RemoteEntry> {
    const folder = folderOf(path);
    return this.#turns.take(addressPath(path), async () => {
      const client = await this.#clientOf(path.connection);
      const sent = {
        name: pathText(path),
        before,
        size,
        history: async () => (await this.history(path, signal).catch(nothingWhereHidden)) ?? [],
        look: () => readEntry(client, path, signal),
      };
      const args = { ...placeArguments(folder), ...source, fileName: nameOf(path) };
      return this.#told([{ path, kind: before === undefined ? "created" : "changed" }], async () => {
        await client.call("files.importData", args, { signal });
        return untilInPlace(sent, signal);
      });
    });
  }

  /** Writes, and forgets what was known of the paths, whatever came of it. */
  async #told<T>(changes: readonly RemoteChange[], write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } finally {
      for (const { path } of changes) this.#known.forget(path);
      this.#changed.fire(changes);
    }
  }
}

/** The folder that something is in. Throws for what is in none. */
function folderOf(path: RemotePath): RemotePath {
  const folder = parentOf(path);
  if (folder !== undefined) return folder;
  throw new RemoteFileError("refused", `${pathText(path)} is where a system begins: it stays as it is.`);
}

function sizeOf({ content, length }: Pick<Upload, "content" | "length">): number | undefined {
  return content instanceof Uint8Array ? content.length : length;
}

function unlike(from: RemotePath, isFolder: boolean): RemoteFileError {
  const what = isFolder
    ? "Folders are copied and moved within one system"
    : "Files are copied and moved within one connection";
  return new RemoteFileError("refused", `${what}. Download ${pathText(from)} and upload it there.`);
}

/** A history that is not shown, or not yet. */
function nothingWhereHidden(error: { readonly kind?: unknown }): undefined {
  if (error.kind !== "forbidden") nothingWhereNotFound(error);
}
