import { HttpClient } from "../../http/client.ts";
import { systemClock } from "../../http/clock.ts";
import { PlatformError } from "../../http/error.ts";
import type { HttpRequest } from "../../http/message.ts";
import { Redactor } from "../../http/redact.ts";
import { parseBaseUrl } from "../../http/url.ts";
import { asCount, asFields, asText, kindOfValue } from "../read.ts";
import type { ConnectionSettings, ConnectOptions } from "../settings.ts";
import { readAgaveFailure } from "./failure.ts";

/** A user name and a password, or a client's key and secret. */
export interface BasicCredentials {
  readonly name: string;
  readonly secret: string;
}

/** What the token endpoint gave. */
export interface AgaveGrant {
  readonly token: string;
  readonly refreshToken?: string;
  /** When the token ends, where the platform says. */
  readonly expiresAt?: Date;
}

type Options = { readonly signal?: AbortSignal | undefined };

/** Makes OAuth clients and obtains tokens of Agave for somebody who signs in. All methods reject with a `PlatformError`. */
export class AgaveOAuth {
  readonly #settings: ConnectionSettings;
  readonly #options: ConnectOptions;

  constructor(settings: ConnectionSettings, options: ConnectOptions = {}) {
    this.#settings = settings;
    this.#options = options;
  }

  /** Registers a client of the user's (`POST /clients/v2`, with HTTP Basic authentication). Its secret is answered this once. */
  async makeClient(
    user: BasicCredentials,
    clientName: string,
    options: Options = {},
  ): Promise<BasicCredentials> {
    const fields = {
      clientName,
      description: "Made by Rollcall to sign in",
      tier: "Unlimited",
      callbackUrl: "",
    };
    const answer = await this.#post("/clients/v2", fields, user, [], options);
    const result = asFields(asFields(answer)?.result);
    const [name, secret] = [asText(result?.consumerKey), asText(result?.consumerSecret)];
    if (name === undefined || secret === undefined) throw this.#unexpected(answer, "a client");
    return { name, secret };
  }

  /** Obtains a token with the password grant (RFC 6749 section 4.3). */
  async signIn(user: BasicCredentials, client: BasicCredentials, options: Options = {}): Promise<AgaveGrant> {
    const clock = this.#options.clock ?? systemClock;
    const askedAt = clock.now();
    const fields = {
      grant_type: "password",
      username: user.name,
      password: user.secret,
      scope: "PRODUCTION",
    };
    const answer = await this.#post("/token", fields, client, [user.secret], options);
    const token = asText(asFields(answer)?.access_token);
    const refreshToken = asText(asFields(answer)?.refresh_token);
    const life = asCount(asFields(answer)?.expires_in);
    if (token === undefined) throw this.#unexpected(answer, "a token");
    return {
      token,
      ...(refreshToken === undefined ? {} : { refreshToken }),
      ...(life === undefined ? {} : { expiresAt: new Date(askedAt + life * 1000) }),
    };
  }

  /** Sends a form to the connection's server, past any path of its URL. */
  async #post(
    path: string,
    fields: Readonly<Record<string, string>>,
    { name, secret }: BasicCredentials,
    otherSecrets: readonly string[],
    { signal }: Options,
  ): Promise<unknown> {
    const pair = Buffer.from(`${name}:${secret}`, "utf8").toString("base64");
    const redactor = new Redactor();
    for (const known of [secret, pair, ...otherSecrets]) redactor.register(known);
    const http = this.#open(redactor, pair);
    const request: HttpRequest = {
      method: "POST",
      path,
      body: {
        contentType: "application/x-www-form-urlencoded",
        content: new URLSearchParams(fields).toString(),
      },
      expects: "json",
      repeatable: false,
      writes: path !== "/token",
      signal,
    };
    try {
      return (await http.request(request)).data;
    } finally {
      await http.close();
    }
  }

  #open(redactor: Redactor, pair: string): HttpClient {
    const { name, url } = this.#settings;
    const { proxy, extraCa, retry, clock, onExchange, onPause } = this.#options;
    return new HttpClient({
      connection: name,
      baseUrl: parseBaseUrl(url, name).origin,
      signIn: { headers: async () => ({ authorization: `Basic ${pair}` }) },
      readFailure: readAgaveFailure,
      howToSignIn: () => "Check the user name and the password, and the OAuth client where one was given.",
      redactor,
      proxy,
      extraCa,
      retry,
      clock,
      onExchange,
      onPause,
    });
  }

  #unexpected(answer: unknown, wanted: string): PlatformError {
    const text = `the server answered ${kindOfValue(answer)} instead of ${wanted}`;
    return new PlatformError({ kind: "protocol", connection: this.#settings.name, text });
  }
}
