import type { RemoteFile } from "../../platforms/agave/answers/common.ts";

/** A file or folder as the server shows it. */
export interface RemoteEntry {
  readonly name: string;
  readonly isFolder: boolean;
  /** In bytes; 0 for a folder. */
  readonly size: number;
  /** Milliseconds since 1970; 0 where it is not told. */
  readonly modified: number;
  /** Differs once the server shows that something was written. */
  readonly version: string;
  /** Whether the server says that it may not be written. */
  readonly isReadonly: boolean;
  /** As the server gave it. */
  readonly data: RemoteFile;
}

/** What a folder is called in its own listing. */
const self = ".";

const withoutWrite: ReadonlySet<string> = new Set(["NONE", "READ", "EXECUTE", "READ_EXECUTE"]);

/** Reads one item of a listing, under the name that is given. */
export function entryOf(name: string, data: RemoteFile): RemoteEntry {
  const isFolder = data.type === undefined ? data.format === "folder" : data.type === "dir";
  const modified = Date.parse(data.lastModified ?? "");
  const size = isFolder ? 0 : (data.length ?? 0);
  return {
    name,
    isFolder,
    size,
    modified: Number.isNaN(modified) ? 0 : modified,
    version: `${data.lastModified ?? ""} ${size}`,
    isReadonly: withoutWrite.has(data.permissions?.toUpperCase() ?? ""),
    data,
  };
}

/** What the listing of a path says of that path itself: the item named by a dot for a folder, the one item for a file. */
export function selfOf(name: string, [first]: readonly RemoteFile[]): RemoteEntry | undefined {
  return first === undefined ? undefined : entryOf(name, first);
}

/** Whether a listing, from its beginning, is that of a folder. */
export function isListingOfFolder([first]: readonly RemoteFile[]): boolean {
  return first?.name === self;
}

/** What lies in a folder, without the folder itself, each name once. Items whose names cannot stand in a path are left out. */
export function entriesOf(listing: readonly RemoteFile[]): readonly RemoteEntry[] {
  const named = listing.filter(({ name }) => isName(name));
  return [...new Map(named.map((data) => [data.name, entryOf(data.name, data)])).values()];
}

function isName(name: unknown): boolean {
  return typeof name === "string" && !["", self, ".."].includes(name) && !name.includes("/");
}

/** The order of the editor's own explorer. */
export function foldersFirst(one: RemoteEntry, other: RemoteEntry): number {
  if (one.isFolder !== other.isFolder) return one.isFolder ? -1 : 1;
  return one.name.localeCompare(other.name, "en", { numeric: true });
}
