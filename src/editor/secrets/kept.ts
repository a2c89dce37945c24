import type * as vscode from "vscode";
import type { SecretName } from "../../platforms/settings.ts";
import { placeOfText, placeText, type SignInPlace } from "./place.ts";
import { type SecretChange, type SecretValues, secretKey, secretNames } from "./secret.ts";
import { WatchedStorage } from "./watched-storage.ts";

/** Those that sign in, each alone or with the others. An OAuth client by itself does not. */
const signingNames = ["token", "refreshToken", "password"] as const satisfies readonly SecretName[];

/** How long changes of one place are gathered before they are told, in milliseconds: signing in writes several secrets. */
const gathering = 200;

type Whose = "here" | "elsewhere";

/** What is told of secrets. */
export interface SecretListener {
  /** Once, when a secret could not be read back for the first time. */
  onLost(): void;
  onChange(change: SecretChange): void;
}

/** The secrets that the editor's storage keeps, and those that it did not keep. Its methods are those of `Secrets`, told there. */
export class KeptSecrets {
  readonly #storage: WatchedStorage;
  readonly #listener: SecretListener;
  /** Secrets that the storage did not keep. They last as long as the window. */
  readonly #unkept = new Map<string, string>();
  readonly #changes = new Map<string, SecretChange & Readonly<Record<Whose, Set<SecretName>>>>();
  #telling: NodeJS.Timeout | undefined;
  #isLossTold = false;

  constructor(storage: vscode.SecretStorage, listener: SecretListener) {
    this.#storage = new WatchedStorage(storage, (key) => this.#noteForeign(key));
    this.#listener = listener;
  }

  async read({ connection, origin }: SignInPlace, name: SecretName): Promise<string | undefined> {
    const key = secretKey(connection, origin, name);
    return this.#unkept.get(key) ?? this.#storage.get(key);
  }

  async store(connection: string, origin: string, name: SecretName, value: string): Promise<void> {
    const key = secretKey(connection, origin, name);
    if (await this.#storage.store(key, value)) this.#unkept.delete(key);
    else {
      this.#unkept.set(key, value);
      if (!this.#isLossTold) this.#listener.onLost();
      this.#isLossTold = true;
    }
    this.#note({ connection, origin }, name, "here");
  }

  async replace({ connection, origin }: SignInPlace, secrets: SecretValues): Promise<void> {
    for (const name of secretNames) {
      const value = secrets[name];
      if (value !== undefined) await this.store(connection, origin, name, value);
      else await this.forget(connection, origin, [name]).catch(() => false);
    }
  }

  /** Goes by the storage's keys where it tells them, so that nobody is asked to unlock it for a list of accounts. */
  async isSignedIn(place: SignInPlace): Promise<boolean> {
    const keys = await this.#storage.keys();
    for (const name of signingNames) {
      const key = secretKey(place.connection, place.origin, name);
      if (this.#unkept.has(key) || keys?.includes(key)) return true;
      if (keys === undefined && (await this.#storage.get(key).catch(() => undefined)) !== undefined)
        return true;
    }
    return false;
  }

  async places(): Promise<readonly SignInPlace[]> {
    const found = new Map<string, SignInPlace>();
    for (const key of [...((await this.#storage.keys()) ?? []), ...this.#unkept.keys()]) {
      const place = partsOfKey(key);
      if (place !== undefined) found.set(placeText(place), place);
    }
    return [...found.values()].map(({ connection, origin }) => ({ connection, origin }));
  }

  async forgetEverywhere(connection: string, origin?: string): Promise<boolean> {
    const origins = (await this.places()).flatMap((place) =>
      place.connection === connection ? [place.origin] : [],
    );
    const all = new Set([...origins, ...(origin === undefined ? [] : [origin])]);
    const forgotten = await Promise.allSettled([...all].map((each) => this.forget(connection, each)));
    for (const outcome of forgotten) if (outcome.status === "rejected") throw outcome.reason;
    return forgotten.some((outcome) => outcome.status === "fulfilled" && outcome.value);
  }

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

  async look(key: string): Promise<void> {
    await this.#storage.look(key);
  }

  dispose(): void {
    clearTimeout(this.#telling);
  }

  async #forgetOne(place: SignInPlace, name: SecretName): Promise<boolean> {
    const key = secretKey(place.connection, place.origin, name);
    const wasUnkept = this.#unkept.delete(key);
    if (wasUnkept) this.#note(place, name, "here");
    const wasKept = await this.#storage.delete(key);
    if (wasKept) this.#note(place, name, "here");
    return wasKept || wasUnkept;
  }

  #noteForeign(key: string): void {
    const parts = partsOfKey(key);
    if (parts === undefined) return;
    this.#unkept.delete(key);
    this.#note(parts, parts.name, "elsewhere");
  }

  #note({ connection, origin }: SignInPlace, name: SecretName, whose: Whose): void {
    const place = placeText({ connection, origin });
    const change = this.#changes.get(place) ?? {
      connection,
      origin,
      here: new Set<SecretName>(),
      elsewhere: new Set<SecretName>(),
    };
    change[whose].add(name);
    this.#changes.set(place, change);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), gathering);
  }

  #tell(): void {
    const changes = [...this.#changes.values()];
    this.#changes.clear();
    for (const change of changes) this.#listener.onChange(change);
  }
}

function partsOfKey(key: string): (SignInPlace & { readonly name: SecretName }) | undefined {
  const [, text = "", last] = /^connection\/(.+)\/(\w+)$/.exec(key) ?? [];
  const place = placeOfText(text);
  const name = secretNames.find((each) => each === last);
  return place === undefined || name === undefined ? undefined : { ...place, name };
}
