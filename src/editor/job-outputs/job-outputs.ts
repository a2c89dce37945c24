import * as vscode from "vscode";
import type { Download } from "../../http/download.ts";
import type { PlatformClients } from "../../platforms/open.ts";
import type { Host } from "../host.ts";
import type { RemoteEntry } from "../remote-files/entry.ts";
import { RemoteFileError } from "../remote-files/remote-file-error.ts";
import { agaveClient } from "../views/agave/client.ts";
import { type OutputListing, readOutputs } from "./listing.ts";
import { type OutputPlace, outputAddress, outputArguments, outputIn, splitOutput } from "./place.ts";
import { outputUri } from "./uri.ts";

type Client = PlatformClients["agave"];

const instances = new WeakMap<Host, JobOutputs>();

/** The outputs of all jobs, the same for everybody who works with them. */
export function jobOutputsOf(host: Host): JobOutputs {
  const known = instances.get(host) ?? new JobOutputs((connection) => agaveClient(host, connection));
  instances.set(host, known);
  return known;
}

/**
 * What jobs have written. What was listed last serves until it is listed again. All methods reject with a `PlatformError`, or with a
 * `RemoteFileError` where something is not there.
 */
export class JobOutputs {
  readonly #clientOf: (connection: string) => Promise<Client>;
  readonly #listings = new Map<string, OutputListing>();
  readonly #shown = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<readonly vscode.FileChangeEvent[]>();
  /** Told of files that were shown and that a listing has otherwise, or no more. */
  readonly onDidChange = this.#changed.event;

  constructor(clientOf: (connection: string) => Promise<Client>) {
    this.#clientOf = clientOf;
  }

  /** What lies in a folder, as the server shows it now. */
  async list(folder: OutputPlace, signal?: AbortSignal): Promise<OutputListing> {
    const listing = await readOutputs(await this.#clientOf(folder.connection), folder, signal);
    const key = outputAddress(folder);
    const before = this.#listings.get(key);
    this.#listings.set(key, listing);
    this.#tellChanges(folder, before, listing);
    return listing;
  }

  /** One file or folder, as it was listed last; its folder is listed where that does not have it. */
  async find(place: OutputPlace): Promise<RemoteEntry> {
    const split = splitOutput(place);
    if (split !== undefined) {
      const isIt = ({ name }: RemoteEntry) => name === split.name;
      const known = this.#listings.get(outputAddress(split.folder))?.entries.find(isIt);
      const entry = known ?? (await this.list(split.folder)).entries.find(isIt);
      if (entry !== undefined) return entry;
    }
    throw new RemoteFileError("notFound", `The job ${place.job} has no output ${place.names.join("/")}.`);
  }

  /** Remembers which version of a file is shown. */
  show(place: OutputPlace, { version }: RemoteEntry): void {
    this.#shown.set(outputAddress(place), version);
  }

  /** A file's content as it comes. */
  async download(place: OutputPlace, signal?: AbortSignal): Promise<Download> {
    const client = await this.#clientOf(place.connection);
    return client.call("jobs.downloadOutput", outputArguments(place), { signal });
  }

  #tellChanges(
    folder: OutputPlace,
    before: OutputListing | undefined,
    { entries, goesOn }: OutputListing,
  ): void {
    const now = new Map(entries.map((entry) => [entry.name, entry.version]));
    const gone = goesOn ? [] : (before?.entries ?? []).filter(({ name }) => !now.has(name));
    const changes = [...entries, ...gone].flatMap(({ name }) => {
      const place = outputIn(folder, name);
      const shown = this.#shown.get(outputAddress(place));
      if (shown === undefined || shown === now.get(name)) return [];
      const type = now.has(name) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Deleted;
      return [{ type, uri: outputUri(place) }];
    });
    if (changes.length > 0) this.#changed.fire(changes);
  }
}
