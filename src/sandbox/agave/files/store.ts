import type { IdMaker } from "../ids.ts";
import { createPermissionStore, type PermissionStore } from "../permissions.ts";
import type { SystemRecord } from "../systems/record.ts";
import { createFileTree, type FileTree, joinPath } from "./tree.ts";

/** What happened to a file. */
export interface FileEvent {
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly createdBy: string;
  readonly description: string;
}

/** What the service remembers of a file that it was asked to do something with. */
export interface LogicalFile {
  readonly uuid: string;
  readonly systemId: string;
  readonly path: string;
  readonly owner: string;
  /** Where it came from, as a URL or a file's name. */
  readonly source: string;
  readonly status: string;
  readonly lastModified: number;
  readonly history: readonly FileEvent[];
}

/** The files of all systems. */
export interface FileStore {
  /** The files of a system, made at the first use. */
  tree(system: SystemRecord): FileTree;
  logical(systemId: string, path: string): LogicalFile | undefined;
  /** Writes what happened to a file into its history, which begins with it where there is none. */
  record(file: Pick<LogicalFile, "systemId" | "path" | "owner">, event: NewEvent): LogicalFile;
  /** The permissions that were given to people, by `permissionKey`. */
  readonly permissions: PermissionStore;
}

interface NewEvent {
  readonly status: string;
  readonly description: string;
  readonly source?: string;
}

interface StoreOptions {
  readonly clock: () => number;
  readonly ids: IdMaker;
}

/** The key of a file in the permissions. */
export function permissionKey(systemId: string, path: string): string {
  return `${systemId}:${path}`;
}

/** The folder that relative paths of a system begin in. */
function homeOf({ description }: SystemRecord): string {
  const { storage } = description;
  const home =
    typeof storage === "object" && storage !== null && "homeDir" in storage ? storage.homeDir : "/";
  return joinPath("/", typeof home === "string" ? home : "/");
}

/** Where a path of a system leads: from its root where it begins with a slash, else from its home folder. */
export function resolvePath(system: SystemRecord, path: string): string {
  return joinPath(path.startsWith("/") ? "/" : homeOf(system), path);
}

/** The system and the path in `agave://{system}/{path}`; undefined where it is another URL. */
export function readAgaveUrl(text: string): { readonly id: string; readonly path: string } | undefined {
  const [, id, path = ""] = /^agave:\/\/([^/]+)\/?(.*)$/i.exec(text) ?? [];
  return id === undefined ? undefined : { id, path };
}

/** Makes a store without files. */
export function createFileStore({ clock, ids }: StoreOptions): FileStore {
  const trees = new Map<string, FileTree>();
  const logicalFiles = new Map<string, LogicalFile>();
  return {
    tree(system) {
      const known = trees.get(system.id);
      if (known !== undefined) return known;
      const tree = createFileTree(clock);
      tree.makeFolder(homeOf(system));
      trees.set(system.id, tree);
      return tree;
    },
    logical: (systemId, path) => logicalFiles.get(permissionKey(systemId, path)),
    record({ systemId, path, owner }, { status, description, source = "" }) {
      const key = permissionKey(systemId, path);
      const now = clock();
      const before = logicalFiles.get(key);
      const file: LogicalFile = {
        uuid: before?.uuid ?? ids.next("file"),
        systemId,
        path,
        owner: before?.owner ?? owner,
        source: source || (before?.source ?? ""),
        status,
        lastModified: now,
        history: [...(before?.history ?? []), { status, created: now, createdBy: owner, description }],
      };
      logicalFiles.set(key, file);
      return file;
    },
    permissions: createPermissionStore(),
  };
}
