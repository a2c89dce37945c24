import { createHash } from "node:crypto";
import type * as vscode from "vscode";

/** The editor's secret storage, with what other windows write to it told apart from what this one does. */
export class WatchedStorage {
  readonly #storage: vscode.SecretStorage;
  readonly #onForeign: (key: string) => void;
  /** Digests of the values that this window has last seen; empty where there was none. */
  readonly #seen = new Map<string, string>();
  /** By key, how many writes of this window have begun and ended: odd while one is under way. */
  readonly #writes = new Map<string, number>();

  /** `onForeign` is called with each key that another window has changed. */
  constructor(storage: vscode.SecretStorage, onForeign: (key: string) => void) {
    this.#storage = storage;
    this.#onForeign = onForeign;
  }

  /** Rejects where the storage cannot be read. */
  async get(key: string): Promise<string | undefined> {
    const before = this.#writesOf(key);
    const value = await this.#storage.get(key);
    if (before % 2 === 0 && before === this.#writesOf(key)) this.#compare(key, digestOf(value));
    return value;
  }

  /** Answers whether the storage has kept the value. One that this window has written over meanwhile counts as kept. */
  async store(key: string, value: string): Promise<boolean> {
    try {
      return await this.#write(key, value, async () => {
        const own = this.#writesOf(key);
        await this.#storage.store(key, value);
        const isKept = (await this.#storage.get(key)) === value;
        return isKept || this.#writesOf(key) !== own;
      });
    } catch {
      return false;
    }
  }

  /** Answers whether there was anything. */
  async delete(key: string): Promise<boolean> {
    const isThere = (await this.get(key)) !== undefined;
    await this.#write(key, undefined, () => this.#storage.delete(key));
    return isThere;
  }

  /** None where the storage cannot tell them. */
  async keys(): Promise<readonly string[]> {
    try {
      return await this.#storage.keys();
    } catch {
      return [];
    }
  }

  /** Looks at a key that the storage says has changed, in whatever window. */
  async look(key: string): Promise<void> {
    if (this.#seen.has(key)) await this.get(key);
    else this.#onForeign(key);
  }

  #compare(key: string, digest: string): void {
    const before = this.#seen.get(key);
    this.#seen.set(key, digest);
    if (before !== undefined && before !== digest) this.#onForeign(key);
  }

  async #write<T>(key: string, value: string | undefined, write: () => PromiseLike<T>): Promise<T> {
    this.#seen.set(key, digestOf(value));
    this.#writes.set(key, this.#writesOf(key) + 1);
    try {
      return await write();
    } finally {
      this.#writes.set(key, this.#writesOf(key) + 1);
    }
  }

  #writesOf(key: string): number {
    return this.#writes.get(key) ?? 0;
  }
}

function digestOf(value: string | undefined): string {
  return value === undefined ? "" : createHash("sha256").update(value).digest("hex");
}
