import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { namesBelow } from "./above.ts";
import { readContent } from "./content.ts";
import type { RemoteEntry } from "./entry.ts";
import { statOf, typeOf } from "./file-stat.ts";
import { followSight } from "./in-sight.ts";
import { addressPath, isRemotePath, isSamePath, pathText, type RemotePath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";
import { type RemoteChange, type RemoteFiles, remoteFilesOf } from "./remote-files.ts";
import { SaveGuard } from "./save-guard.ts";
import { pathAt, placeAt, remoteUri } from "./uri.ts";

type Replacing = { readonly overwrite: boolean };

const nothingAbove: vscode.FileStat = { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };

/** The files of Agave's systems as the editor's file system, in the editor's words. All methods reject with what `RemoteFiles` does. */
export class RemoteFileSystem {
  readonly #host: Host;
  readonly #files: RemoteFiles;
  readonly #guard = new SaveGuard();
  readonly #changed: (changes: vscode.FileChangeEvent[]) => void;

  /** `changed` is told what was written, and what others have written to files in sight. */
  constructor(host: Host, changed: (changes: vscode.FileChangeEvent[]) => void) {
    this.#host = host;
    this.#files = remoteFilesOf(host);
    this.#changed = changed;
    host.context.subscriptions.push(
      this.#files.onDidChange((changes) => this.#changed(changes.map(fileChange))),
      followSight((uri) => this.#lookAtSight(uri)),
    );
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const place = placeAt(uri);
    if (!isRemotePath(place)) return nothingAbove;
    const entry = await this.#files.find(place);
    this.#guard.shown(addressPath(place), entry);
    return statOf(entry);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const place = placeAt(uri);
    if (isRemotePath(place))
      return (await this.#files.list(place)).map((entry) => [entry.name, typeOf(entry)]);
    return (await namesBelow(this.#host, place)).map((name) => [name, vscode.FileType.Directory]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const path = pathAt(uri);
    const entry = await this.#files.find(path);
    const content = await readContent(this.#host, this.#files, path, entry);
    this.#guard.read(addressPath(path), entry);
    return content;
  }

  async writeFile(
    uri: vscode.Uri,
    content: Uint8Array,
    { create, overwrite }: Replacing & { readonly create: boolean },
  ): Promise<void> {
    const path = pathAt(uri);
    const address = addressPath(path);
    const before = await this.#files.lookAgain(path);
    if (before === undefined && !create)
      throw new RemoteFileError("notFound", `There is no ${pathText(path)}.`);
    if (before?.isFolder) throw new RemoteFileError("isFolder", `${pathText(path)} is a folder.`);
    if (before !== undefined && !overwrite) throw existing(path);
    if (before !== undefined && !this.#guard.allows(address, before)) throw changedMeanwhile(path, before);
    const entry = await this.#files.upload(path, { content }, before);
    this.#guard.read(address, entry);
  }

  async createDirectory(uri: vscode.Uri): Promise<void> {
    const path = pathAt(uri);
    if ((await this.#files.lookAgain(path)) !== undefined) throw existing(path);
    await this.#files.makeFolder(path);
  }

  async delete(uri: vscode.Uri, { recursive }: { readonly recursive: boolean }): Promise<void> {
    const path = pathAt(uri);
    const { isFolder } = await this.#files.find(path);
    if (isFolder && !recursive && (await this.#files.list(path)).length > 0)
      throw new RemoteFileError("refused", `${pathText(path)} is not empty.`);
    await this.#files.remove(path);
  }

  async rename(oldUri: vscode.Uri, newUri: vscode.Uri, { overwrite }: Replacing): Promise<void> {
    const [from, to] = [pathAt(oldUri), pathAt(newUri)];
    if (isSamePath(from, to)) return;
    await this.#makeRoom(from, to, overwrite);
    await this.#files.move(from, to);
  }

  async copy(source: vscode.Uri, destination: vscode.Uri, { overwrite }: Replacing): Promise<void> {
    const [from, to] = [pathAt(source), pathAt(destination)];
    await this.#makeRoom(from, to, overwrite);
    await this.#files.copy(from, to);
  }

  /** The server neither moves onto something that is there nor copies onto a folder, so that it goes first. */
  async #makeRoom(from: RemotePath, to: RemotePath, overwrite: boolean): Promise<void> {
    await this.#files.find(from);
    if ((await this.#files.lookAgain(to)) === undefined) return;
    if (!overwrite) throw existing(to);
    await this.#files.remove(to);
  }

  /** Tells of a file in sight that others have written since it was shown. */
  async #lookAtSight(uri: vscode.Uri): Promise<void> {
    const path = pathAt(uri);
    const shown = this.#guard.lastShown(addressPath(path));
    const present = await this.#files.lookAgain(path);
    if (shown === undefined || shown.version === present?.version) return;
    const type = present === undefined ? vscode.FileChangeType.Deleted : vscode.FileChangeType.Changed;
    this.#changed([{ type, uri }]);
  }
}

const changeTypes: Readonly<Record<RemoteChange["kind"], vscode.FileChangeType>> = {
  created: vscode.FileChangeType.Created,
  changed: vscode.FileChangeType.Changed,
  deleted: vscode.FileChangeType.Deleted,
};

function fileChange({ path, kind }: RemoteChange): vscode.FileChangeEvent {
  return { type: changeTypes[kind], uri: remoteUri(path) };
}

function existing(path: RemotePath): RemoteFileError {
  return new RemoteFileError("exists", `${pathText(path)} exists already.`);
}

function changedMeanwhile(path: RemotePath, { modified }: RemoteEntry): RemoteFileError {
  const when = modified === 0 ? "" : ` (${new Date(modified).toISOString()})`;
  return new RemoteFileError(
    "unsettled",
    `${pathText(path)} was changed on the system after it was read here${when}. Save again to write over that, or revert the file to see it.`,
  );
}
