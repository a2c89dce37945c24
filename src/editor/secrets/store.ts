import * as vscode from "vscode";
import type { SecretName, SecretSource } from "../../platforms/settings.ts";
import { placeOfText, placeText, type SignInPlace } from "./place.ts";
import { WatchedStorage } from "./watched-storage.ts";

/** Every secret that a connection can have. */
export const secretNames = [
  "token",
  "refreshToken",
  "clientKey",
  "clientSecret",
  "username",
  "password",
] as const satisfies readonly SecretName[];

/** Those that sign in, each alone or with the others. An OAuth client by itself does not. */
const signingNames = ["token", "refreshToken", "password"] as const satisfies readonly SecretName[];

/** Secrets of one connection. */
export type SecretValues = Readonly<Partial<Record<SecretName, string>>>;

/** Secrets of one place that are not what they were. */
export interface SecretChange extends SignInPlace {
  readonly names: ReadonlySet<SecretName>;
  /** Another window has had a part in it. */
  readonly elsewhere: boolean;
}

/** How long changes of one place are gathered before they are told, in milliseconds: signing in writes several secrets. */
const gathering = 200;

/** The editor's secret storage, seen by connection and origin. A secret saved for one origin is never given to another. */
export class Secrets implements vscode.Disposable {
  readonly #storage: WatchedStorage;
  readonly #onLost: () => void;
  /** Secrets that the storage did not keep. They last as long as the window. */
  readonly #unkept = new Map<string, string>();
  readonly #changes = new Map<string, SecretChange & { readonly names: Set<SecretName> }>();
  readonly #changed = new vscode.EventEmitter<SecretChange>();
  #telling: NodeJS.Timeout | undefined;
  #isLossTold = false;
  readonly onDidChange = this.#changed.event;

  /** `onLost` is called once, when a secret could not be read back for the first time. */
  constructor(storage: vscode.SecretStorage, onLost: () => void) {
    this.#storage = new WatchedStorage(storage, (key) => this.#noteForeign(key));
    this.#onLost = onLost;
  }

  /** The secrets of one connection as the engine asks for them. */
  source(connection: string, origin: string): SecretSource {
    return {
      read: async (name) => {
        const key = secretKey(connection, origin, name);
        return this.#unkept.get(key) ?? this.#storage.get(key);
      },
      store: (name, value) => this.store(connection, origin, name, value),
    };
  }

  async store(connection: string, origin: string, name: SecretName, value: string): Promise<void> {
    const key = secretKey(connection, origin, name);
    if (await this.#storage.store(key, value)) this.#unkept.delete(key);
    else {
      this.#unkept.set(key, value);
      if (!this.#isLossTold) this.#onLost();
      this.#isLossTold = true;
    }
    this.#note({ connection, origin }, name, false);
  }

  /** Puts secrets in the place of all that is known for a connection at an origin. A storage that does not work has none to remove. */
  async replace({ connection, origin }: SignInPlace, secrets: SecretValues): Promise<void> {
    for (const name of secretNames) {
      const value = secrets[name];
      if (value !== undefined) await this.store(connection, origin, name, value);
      else await this.forget(connection, origin, [name]).catch(() => false);
    }
  }

  /** Whether anything is kept that signs in to a connection at an origin. */
  async isSignedIn({ connection, origin }: SignInPlace): Promise<boolean> {
    const source = this.source(connection, origin);
    for (const name of signingNames)
      if ((await source.read(name).catch(() => undefined)) !== undefined) return true;
    return false;
  }

  /** Where something is kept: connections, each with an origin, whether or not they are still configured. */
  async places(): Promise<readonly SignInPlace[]> {
    const found = new Map<string, SignInPlace>();
    for (const key of [...(await this.#storage.keys()), ...this.#unkept.keys()]) {
      const place = partsOfKey(key);
      if (place !== undefined) found.set(placeText(place), place);
    }
    return [...found.values()].map(({ connection, origin }) => ({ connection, origin }));
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
      const wasUnkept = this.#unkept.delete(key);
      if (!(await this.#storage.delete(key)) && !wasUnkept) continue;
      this.#note({ connection, origin }, name, false);
      found = true;
    }
    return found;
  }

  /** Looks at a key of the storage that has changed, in whatever window. */
  look(key: string): Promise<void> {
    return this.#storage.look(key);
  }

  dispose(): void {
    clearTimeout(this.#telling);
    this.#changed.dispose();
  }

  #noteForeign(key: string): void {
    const parts = partsOfKey(key);
    if (parts === undefined) return;
    this.#unkept.delete(key);
    this.#note(parts, parts.name, true);
  }

  #note({ connection, origin }: SignInPlace, name: SecretName, elsewhere: boolean): void {
    const place = placeText({ connection, origin });
    const before = this.#changes.get(place);
    this.#changes.set(place, {
      connection,
      origin,
      names: new Set([...(before?.names ?? []), name]),
      elsewhere: elsewhere || (before?.elsewhere ?? false),
    });
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), gathering);
  }

  #tell(): void {
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    for (const change of changes) this.#changed.fire(change);
  }
}

/** Where a secret lies: its connection and the origin (scheme, host and port) that it may be sent to. */
export function secretKey(connection: string, origin: string, name: SecretName): string {
  return `connection/${placeText({ connection, origin })}/${name}`;
}

function partsOfKey(key: string): (SignInPlace & { readonly name: SecretName }) | undefined {
  const [, text = "", last] = /^connection\/(.+)\/(\w+)$/.exec(key) ?? [];
  const place = placeOfText(text);
  const name = secretNames.find((each) => each === last);
  return place === undefined || name === undefined ? undefined : { ...place, name };
}
