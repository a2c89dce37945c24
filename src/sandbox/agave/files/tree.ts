/** A file or a folder. */
export type FileNode =
  | { readonly type: "dir"; readonly lastModified: number }
  | { readonly type: "file"; readonly lastModified: number; readonly bytes: Uint8Array };

/** The files of a system. Paths are absolute below its root, without a slash at the end: `/home/me/a.txt`. */
export interface FileTree {
  get(path: string): FileNode | undefined;
  /** The paths in a folder, by name. */
  children(path: string): readonly string[];
  /** The path itself and all below it. */
  below(path: string): readonly string[];
  /** Makes a folder, and those above it where they are missing. */
  makeFolder(path: string): void;
  /** Writes a file; the folders above it are made where they are missing. */
  write(path: string, bytes: Uint8Array): void;
  remove(path: string): void;
  /** Copies a file, or a folder with all in it. What is there already is written over. */
  copy(from: string, to: string): void;
}

/** Makes a tree with nothing in it but the root. `clock` gives milliseconds since 1970. */
export function createFileTree(clock: () => number): FileTree {
  const nodes = new Map<string, FileNode>([["/", { type: "dir", lastModified: clock() }]]);

  function makeFolder(path: string): void {
    if (nodes.has(path)) return;
    makeFolder(parentOf(path));
    nodes.set(path, { type: "dir", lastModified: clock() });
  }

  const below = (path: string): string[] =>
    [...nodes.keys()].filter((key) => key === path || key.startsWith(inside(path)));

  return {
    get: (path) => nodes.get(path),
    children: (path) =>
      below(path)
        .filter((key) => key !== path && !key.slice(inside(path).length).includes("/"))
        .sort(),
    below,
    makeFolder,
    write(path, bytes) {
      makeFolder(parentOf(path));
      nodes.set(path, { type: "file", lastModified: clock(), bytes });
    },
    remove(path) {
      for (const key of below(path)) if (key !== "/") nodes.delete(key);
    },
    copy(from, to) {
      for (const key of below(from)) {
        const node = nodes.get(key);
        if (node === undefined) continue;
        const target = `${to}${key.slice(from.length)}`;
        makeFolder(parentOf(target));
        nodes.set(target, { ...node, lastModified: clock() });
      }
    },
  };
}

const inside = (path: string): string => (path === "/" ? "/" : `${path}/`);

/** The folder that a path is in; the root is in itself. */
export function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

/** The last part of a path; empty for the root. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A path within a folder: `.` and `..` are resolved, without leaving the root; slashes beside each other are one. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
