import * as vscode from "vscode";
import type { SecretName, SecretSource } from "../../platforms/settings.ts";
import type { KeptSecrets } from "./kept.ts";
import type { SignInPlace } from "./place.ts";
import type { SecretChange, SecretValues } from "./secret.ts";

/**
 * The editor's secret storage, seen by connection and origin. A secret saved for one origin is never given to another. How it is
 * kept is loaded with the first one that somebody asks for.
 */
export class Secrets implements vscode.Disposable {
  readonly #load: () => Promise<KeptSecrets>;
  #loading: Promise<KeptSecrets> | undefined;
  readonly #changed = new vscode.EventEmitter<SecretChange>();
  readonly onDidChange = this.#changed.event;

  /** `onLost` is called once, when a secret could not be read back for the first time. */
  constructor(storage: vscode.SecretStorage, onLost: () => void) {
    this.#load = async () => {
      const { KeptSecrets } = await import("./kept.ts");
      return new KeptSecrets(storage, { onLost, onChange: (change) => this.#changed.fire(change) });
    };
  }

  /** The secrets of one connection as the engine asks for them. */
  source(connection: string, origin: string): SecretSource {
    return {
      read: async (name) => (await this.#kept()).read({ connection, origin }, name),
      store: (name, value) => this.store(connection, origin, name, value),
    };
  }

  async store(connection: string, origin: string, name: SecretName, value: string): Promise<void> {
    await (await this.#kept()).store(connection, origin, name, value);
  }

  /** Puts secrets in the place of all that is known for a connection at an origin. A storage that does not work has none to remove. */
  async replace(place: SignInPlace, secrets: SecretValues): Promise<void> {
    await (await this.#kept()).replace(place, secrets);
  }

  /** Whether anything is kept that signs in to a connection at an origin. */
  async isSignedIn(place: SignInPlace): Promise<boolean> {
    return (await this.#kept()).isSignedIn(place);
  }

  /** Where something is kept: connections, each with an origin, whether or not they are still configured. */
  async places(): Promise<readonly SignInPlace[]> {
    return (await this.#kept()).places();
  }

  /**
   * Removes all that is known for a connection, at whatever origin. Answers whether there was anything; rejects as `forget` does.
   * `origin` is looked at in any case: a storage need not be able to say what it has.
   */
  async forgetEverywhere(connection: string, origin?: string): Promise<boolean> {
    return (await this.#kept()).forgetEverywhere(connection, origin);
  }

  /**
   * Removes all that is known for a connection at an origin, or the secrets that are named. Answers whether there was anything. Rejects
   * where the storage cannot be opened; what it did not keep is forgotten nevertheless.
   */
  async forget(connection: string, origin: string, names?: readonly SecretName[]): Promise<boolean> {
    return (await this.#kept()).forget(connection, origin, names);
  }

  /** Looks at a key of the storage that has changed, in whatever window. */
  async look(key: string): Promise<void> {
    await (await this.#kept()).look(key);
  }

  dispose(): void {
    void this.#loading?.then((kept) => kept.dispose());
    this.#changed.dispose();
  }

  #kept(): Promise<KeptSecrets> {
    this.#loading ??= this.#load();
    return this.#loading;
  }
}
