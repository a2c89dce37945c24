import type { RemoteEntry } from "./entry.ts";

/**
 * Keeps a save from overwriting what somebody else has written since the file was read. The editor looks by itself before it saves, and
 * lets the person compare where a file is newer and of another size; the guard sees to all other changes.
 */
export class SaveGuard {
  readonly #read = new Map<string, RemoteEntry>();
  readonly #shown = new Map<string, RemoteEntry>();
  readonly #refused = new Map<string, string>();

  /** What the editor was told of a file, without its content. */
  shown(address: string, entry: RemoteEntry): void {
    this.#shown.set(address, entry);
  }

  /** What a file was like whose content the editor has now. */
  read(address: string, entry: RemoteEntry): void {
    this.#read.set(address, entry);
    this.#refused.delete(address);
  }

  /** What the editor has last been told of a file. */
  lastShown(address: string): RemoteEntry | undefined {
    return this.#shown.get(address);
  }

  /** Whether a file may be saved over what is there now. What was refused may be saved over when it is asked for again. */
  allows(address: string, present: RemoteEntry): boolean {
    const read = this.#read.get(address);
    if (read === undefined || read.version === present.version) return true;
    const isShown = this.#shown.get(address)?.version === present.version;
    const editorSees = present.modified > read.modified && present.size !== read.size;
    if ((isShown && editorSees) || this.#refused.get(address) === present.version) return true;
    this.#refused.set(address, present.version);
    return false;
  }
}
