import * as vscode from "vscode";
import type { SecretName, SecretSource } from "../../platforms/settings.ts";
import { placeOfText, placeText, type SignInPlace } from "./place.ts";
import type { WatchedStorage } from "./watched-storage.ts";

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
  readonly #storage: vscode.SecretStorage;
  #watched: Promise<WatchedStorage> | undefined;
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
    this.#storage = storage;
    this.#onLost = onLost;
  }

  /** The secrets of one connection as the engine asks for them. */
  source(connection: string, origin: string): SecretSource {
    return {
      read: async (name) => {
        const key = secretKey(connection, origin, name);
        return this.#unkept.get(key) ?? (await this.#watch()).get(key);
      },
      store: (name, value) => this.store(connection, origin, name, value),
    };
  }

  async store(connection: string, origin: string, name: SecretName, value: string): Promise<void> {
    const key = secretKey(connection, origin, name);
    if (await (await this.#watch()).store(key, value)) this.#unkept.delete(key);
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
    for (const key of [...(await (await this.#watch()).keys()), ...this.#unkept.keys()]) {
      const place = partsOfKey(key);
      if (place !== undefined) found.set(placeText(place), place);
    }
    return [...found.values()].map(({ connection, origin }) => ({ connection, origin }));
  }

  /**
   * Removes all that is known for a connection, at whatever origin. Answers whether there was anything; rejects as `forget` does.
   * `origin` is looked at in any case: a storage need not be able to say what it has.
   */
  async forgetEverywhere(connection: string, origin?: string): Promise<boolean> {
    const origins = (await this.places()).flatMap((place) =>
      place.connection === connection ? [place.origin] : [],
    );
    const all = new Set([...origins, ...(origin === undefined ? [] : [origin])]);
    const forgotten = await Promise.allSettled([...all].map((each) => this.forget(connection, each)));
    for (const outcome of forgotten) if (outcome.status === "rejected") throw outcome.reason;
    return forgotten.some((outcome) => outcome.status === "fulfilled" && outcome.value);
  }

  /**
   * Removes all that is known for a connection at an origin, or the secrets that are named. Answers whether there was anything. Rejects
   * where the storage cannot be opened; what it did not keep is forgotten nevertheless.
   */
  async forget(
    connection: string,
    origin: string,
    names: readonly SecretName[] = secretNames,
  ): Promise<boolean> {
    const forgotten = await Promise.allSettled(
      names.map((name) => this.#forgetOne({ connection, origin }, name)),
    );
    if (forgotten.some(({ status }) => status === "rejected"))
      throw new Error(
        `The editor's secret storage could not be opened, so what it may keep of ${connection} is still there.`,
      );
    return forgotten.some((outcome) => outcome.status === "fulfilled" && outcome.value);
  }

  /** Looks at a key of the storage that has changed, in whatever window. */
  async look(key: string): Promise<void> {
    await (await this.#watch()).look(key);
  }

  dispose(): void {
    clearTimeout(this.#telling);
    this.#changed.dispose();
  }

  /** Loaded on first use, as nothing is read before the engine is. */
  #watch(): Promise<WatchedStorage> {
    this.#watched ??= import("./watched-storage.ts").then(
      ({ WatchedStorage }) => new WatchedStorage(this.#storage, (key) => this.#noteForeign(key)),
    );
    return this.#watched;
  }

  async #forgetOne(place: SignInPlace, name: SecretName): Promise<boolean> {
    const key = secretKey(place.connection, place.origin, name);
    const wasUnkept = this.#unkept.delete(key);
    if (wasUnkept) this.#note(place, name, false);
    const wasKept = await (await this.#watch()).delete(key);
    if (wasKept) this.#note(place, name, false);
    return wasKept || wasUnkept;
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
