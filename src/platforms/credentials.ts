import { PlatformError } from "../http/error.ts";
import type { Redactor } from "../http/redact.ts";
import type { SignIn } from "../http/signin.ts";
import type { SecretName, SecretSource } from "./settings.ts";

/** Reads the secrets of one connection: makes each known to the redactor and answers for missing ones. */
export class Credentials {
  readonly connection: string;
  readonly #secrets: SecretSource;
  readonly #redactor: Redactor;
  readonly #howToSignIn: (name: SecretName) => string;

  constructor(
    connection: string,
    secrets: SecretSource,
    redactor: Redactor,
    howToSignIn: (name: SecretName) => string,
  ) {
    this.connection = connection;
    this.#secrets = secrets;
    this.#redactor = redactor;
    this.#howToSignIn = howToSignIn;
  }

  /** A secret, trimmed; undefined where there is none. Rejects with a `PlatformError` where it cannot be read. */
  async find(name: SecretName): Promise<string | undefined> {
    const value = await this.#secrets.read(name).catch(() => {
      throw this.error(name, `the ${name} could not be read from where it is kept`);
    });
    const secret = value?.trim() || undefined;
    if (name !== "username") this.#redactor.register(secret);
    return secret;
  }

  /** A secret that must be there and fit into a header, without the `scheme` that may stand before it. Rejects with a `PlatformError` of kind `unauthorised`. */
  async need(name: SecretName, scheme?: RegExp): Promise<string> {
    const found = await this.find(name);
    const secret = scheme === undefined ? found : found?.replace(scheme, "");
    this.#redactor.register(secret);
    if (secret === undefined) throw this.error(name, `not signed in: there is no ${name}`);
    if (!/^[\x21-\x7e]+$/.test(secret)) {
      throw this.error(
        name,
        `the ${name} holds characters that cannot be sent; it was probably not copied whole`,
      );
    }
    return secret;
  }

  /** Keeps a secret that the platform handed out. Rejects with a `PlatformError` where it cannot be kept. */
  async keep(name: SecretName, value: string): Promise<void> {
    this.#redactor.register(value);
    await this.#secrets.store?.(name, value).catch(() => {
      throw this.error(
        name,
        `the new ${name} could not be stored, so that the next session will have to sign in`,
      );
    });
  }

  /** Makes a secret known that is not kept. */
  conceal(value: string | undefined): void {
    this.#redactor.register(value);
  }

  /** An error of kind `unauthorised` that says how to sign in. */
  error(name: SecretName, text: string): PlatformError {
    return new PlatformError({
      kind: "unauthorised",
      connection: this.connection,
      text,
      advice: this.#howToSignIn(name),
    });
  }
}

/** Signs in with a token as it is, but for a `scheme` that may stand before it. It is read with the first request, and again after it was refused. */
export function tokenSignIn(
  credentials: Credentials,
  header: (token: string) => Record<string, string>,
  scheme?: RegExp,
): SignIn {
  let token: Promise<string> | undefined;
  return {
    headers: async () => {
      token ??= credentials.need("token", scheme);
      const present = token;
      try {
        return header(await present);
      } catch (error) {
        if (token === present) token = undefined;
        throw error;
      }
    },
    refused: () => {
      token = undefined;
    },
  };
}
