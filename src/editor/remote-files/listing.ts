import type { HistoryEvent, RemoteFile } from "../../platforms/agave/answers/common.ts";
import type { PlatformClients } from "../../platforms/open.ts";
import { entriesOf, isListingOfFolder, type RemoteEntry, selfOf } from "./entry.ts";
import { agavePath, nameOf, pathText, type RemotePath } from "./path.ts";
import { RemoteFileError } from "./remote-file-error.ts";

type Client = PlatformClients["agave"];

/** The service gives as many as are asked for; some deployments give fewer. */
const pageSize = 1_000;

/** How operations on files name a path. */
export function placeArguments(path: RemotePath): { readonly systemId: string; readonly filePath: string } {
  return { systemId: path.system, filePath: agavePath(path) };
}

/** What the server shows at a path, with one request; undefined where there is nothing. */
export async function readEntry(
  client: Client,
  path: RemotePath,
  signal?: AbortSignal,
): Promise<RemoteEntry | undefined> {
  const listing = await client
    .call("files.list", { ...placeArguments(path), limit: 1 }, { signal })
    .catch(nothingWhereNotFound);
  return listing && selfOf(nameOf(path), listing);
}

/** Everything in a folder, page by page. Rejects with a `RemoteFileError` where it is none. */
export async function readEntries(
  client: Client,
  folder: RemotePath,
  signal?: AbortSignal,
): Promise<readonly RemoteEntry[]> {
  const listing: RemoteFile[] = [];
  const pages = client.pages("files.list", { ...placeArguments(folder), limit: pageSize }, { signal });
  for await (const page of pages) listing.push(...page);
  if (isListingOfFolder(listing)) return entriesOf(listing);
  throw new RemoteFileError("noFolder", `${pathText(folder)} is no folder.`);
}

/** What has happened to a file, the oldest first. */
export async function readHistory(
  client: Client,
  path: RemotePath,
  signal?: AbortSignal,
): Promise<readonly HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  const pages = client.pages("files.getHistory", { ...placeArguments(path), limit: pageSize }, { signal });
  for await (const page of pages) events.push(...page);
  return events;
}

/** For `catch`: a failure that means that there is no such thing. */
export function nothingWhereNotFound(error: { readonly kind?: unknown }): undefined {
  if (error.kind !== "notFound") throw error;
}
