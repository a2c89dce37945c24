import * as vscode from "vscode";
import type { Host } from "../host.ts";
import { contentUpTo, largestShown } from "../remote-files/content.ts";
import { statOf, typeOf } from "../remote-files/file-stat.ts";
import { RemoteFileError } from "../remote-files/remote-file-error.ts";
import { sizeText } from "../ui/size.ts";
import { type JobOutputs, jobOutputsOf } from "./job-outputs.ts";
import type { OutputPlace } from "./place.ts";
import { outputAt } from "./uri.ts";

/** What jobs have written as a file system of the editor, which is only read. All methods reject with what `JobOutputs` does. */
export class JobOutputFileSystem {
  readonly #outputs: JobOutputs;

  /** `changed` is told of files that have been written since they were shown. */
  constructor(host: Host, changed: (changes: vscode.FileChangeEvent[]) => void) {
    this.#outputs = jobOutputsOf(host);
    host.context.subscriptions.push(this.#outputs.onDidChange((changes) => changed([...changes])));
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const place = outputAt(uri);
    if (place.names.length === 0) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const entry = await this.#outputs.find(place);
    this.#outputs.show(place, entry);
    return statOf(entry);
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const { entries } = await this.#outputs.list(outputAt(uri));
    return entries.map((entry) => [entry.name, typeOf(entry)]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const place = outputAt(uri);
    const entry = await this.#outputs.find(place);
    if (entry.isFolder) throw new RemoteFileError("isFolder", `${place.names.join("/")} is a folder.`);
    if (entry.size > largestShown) throw tooLarge(place);
    const content = await contentUpTo(largestShown, await this.#outputs.download(place));
    if (content === undefined) throw tooLarge(place);
    this.#outputs.show(place, entry);
    return content;
  }
}

function tooLarge({ names }: OutputPlace): RemoteFileError {
  const message = `${names.join("/")} is larger than ${sizeText(largestShown)}, so it is not opened here. Download it instead.`;
  return new RemoteFileError("unsettled", message);
}
