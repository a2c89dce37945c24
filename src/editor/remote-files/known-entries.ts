import type { RemoteEntry } from "./entry.ts";
import { addressPath, parentOf, type RemotePath } from "./path.ts";

/** What is known of a path: what is there, or that nothing is. */
export type Knowledge = RemoteEntry | "absent";

interface Dated<Value> {
  readonly at: number;
  readonly value: Value;
}

/** Long enough for whoever looks at a listing to look at each of its items, and too short for anybody to work with old ones. */
const lifetime = 5_000;

/** What the server has said of files lately. A listing serves for all that is in it, and for what is not. */
export class KnownEntries {
  readonly #entries = new Map<string, Dated<Knowledge>>();
  readonly #listed = new Map<string, number>();
  readonly #now: () => number;
  #forgotten = 0;

  /** `now` gives milliseconds. */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** What was said of a path, where that was lately. */
  get(path: RemotePath): Knowledge | undefined {
    const known = this.#entries.get(addressPath(path));
    if (known !== undefined && this.#holds(known.at)) return known.value;
    const folder = parentOf(path);
    const listedAt = folder && this.#listed.get(addressPath(folder));
    return listedAt !== undefined && this.#holds(listedAt) ? "absent" : undefined;
  }

  /** How often something was forgotten: what was asked for before may be old when the answer comes. */
  get forgotten(): number {
    return this.#forgotten;
  }

  /** Takes what the server says of one path. */
  set(path: RemotePath, value: Knowledge): void {
    this.#entries.set(addressPath(path), { at: this.#now(), value });
  }

  /** Takes a whole listing. What was known of the folder's items before and is not in it is forgotten. */
  setListing(folder: RemotePath, entries: readonly RemoteEntry[]): void {
    const at = this.#now();
    const prefix = inside(folder);
    for (const [key, known] of this.#entries) {
      const isItem = key.startsWith(prefix) && !key.slice(prefix.length).includes("/");
      if (isItem || !this.#holds(known.at)) this.#entries.delete(key);
    }
    for (const entry of entries) this.#entries.set(prefix + entry.name, { at, value: entry });
    this.#listed.set(addressPath(folder), at);
  }

  /**
   * Forgets a path, all below it and the listing that it is in. What its system shows below the other base may be the same files, and
   * is forgotten as well.
   */
  forget(path: RemotePath): void {
    this.#forgotten += 1;
    const folder = parentOf(path);
    if (folder !== undefined) this.#listed.delete(addressPath(folder));
    const other: RemotePath = { ...path, base: path.base === "home" ? "root" : "home", names: [] };
    for (const gone of [path, other]) {
      const [key, prefix] = [addressPath(gone), inside(gone)];
      for (const map of [this.#entries, this.#listed])
        for (const each of map.keys()) if (each === key || each.startsWith(prefix)) map.delete(each);
    }
  }

  #holds(at: number): boolean {
    return this.#now() - at < lifetime;
  }
}

function inside(folder: RemotePath): string {
  return `${addressPath(folder)}/`;
}
