import type * as vscode from "vscode";
import type { SecretName, SecretSource } from "../../platforms/settings.ts";

/** Every secret that a connection can have. */
export const secretNames = [
  "token",
  "refreshToken",
  "clientKey",
  "clientSecret",
  "username",
  "password",
] as const satisfies readonly SecretName[];

/** A connection and the origin that its secrets may be sent to. */
export interface SignInPlace {
  readonly connection: string;
  readonly origin: string;
}

/** The editor's secret storage, seen by connection and origin. A secret saved for one origin is never given to another. */
export class Secrets {
  readonly #storage: vscode.SecretStorage;
  readonly #onLost: () => void;
  /** Secrets that the storage did not keep. They last as long as the window. */
  readonly #unkept = new Map<string, string>();

  /** `onLost` is called the first time that a secret could not be read back. */
  constructor(storage: vscode.SecretStorage, onLost: () => void) {
    this.#storage = storage;
    this.#onLost = onLost;
  }

  /** The secrets of one connection as the engine asks for them. */
  source(connection: string, origin: string): SecretSource {
    return {
      read: async (name) => {
        const key = secretKey(connection, origin, name);
        return this.#unkept.get(key) ?? (await this.#storage.get(key));
      },
      store: (name, value) => this.store(connection, origin, name, value),
    };
  }

  async store(connection: string, origin: string, name: SecretName, value: string): Promise<void> {
    const key = secretKey(connection, origin, name);
    if (await this.#keeps(key, value)) {
      this.#unkept.delete(key);
      return;
    }
    const first = this.#unkept.size === 0;
    this.#unkept.set(key, value);
    if (first) this.#onLost();
  }

  /** Where something is kept: connections, each with an origin, whether or not they are still configured. */
  async places(): Promise<readonly SignInPlace[]> {
    const kept = await Promise.resolve(this.#storage.keys()).catch(() => []);
    const found = new Map<string, SignInPlace>();
    for (const key of [...kept, ...this.#unkept.keys()]) {
      const [, connection, origin] = /^connection\/([^@]+)@(.+)\/\w+$/.exec(key) ?? [];
      if (connection !== undefined && origin !== undefined)
        found.set(`${connection}@${origin}`, { connection, origin });
    }
    return [...found.values()];
  }

  /** Removes all that is known for a connection, at whatever origin. Answers whether there was anything. */
  async forgetEverywhere(connection: string): Promise<boolean> {
    let found = false;
    for (const place of await this.places())
      if (place.connection === connection) found = (await this.forget(connection, place.origin)) || found;
    return found;
  }

  /** Removes all that is known for a connection at an origin, or the secrets that are named. Answers whether there was anything. */
  async forget(
    connection: string,
    origin: string,
    names: readonly SecretName[] = secretNames,
  ): Promise<boolean> {
    let found = false;
    for (const name of names) {
      const key = secretKey(connection, origin, name);
      found = this.#unkept.delete(key) || (await this.#storage.get(key)) !== undefined || found;
      await this.#storage.delete(key);
    }
    return found;
  }

  async #keeps(key: string, value: string): Promise<boolean> {
    try {
      await this.#storage.store(key, value);
      return (await this.#storage.get(key)) === value;
    } catch {
      return false;
    }
  }
}

/** Where a secret lies: its connection and the origin (scheme, host and port) that it may be sent to. */
export function secretKey(connection: string, origin: string, name: SecretName): string {
  return `connection/${connection}@${origin}/${name}`;
}

/** The scheme, host and port of a connection's URL. */
export function originOf(url: string): string {
  return new URL(url).origin;
}
