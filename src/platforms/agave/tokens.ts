import { PlatformError } from "../../http/error.ts";
import type { SignIn } from "../../http/signin.ts";
import { tokenSignIn } from "../credentials.ts";
import type { SignInContext } from "../platform.ts";
import { asCount, asFields, asText, kindOfValue } from "../read.ts";
import { saysExpired, saysUnknown } from "./failure.ts";

/** A token is renewed at the latest after an hour, even where the server promises more. */
const longestLife = 3600;
const renewBefore = 30_000;

interface Token {
  readonly value: string;
  /** Milliseconds since the epoch; undefined where nothing is known of a given token's age. */
  readonly expiresAt?: number;
}

interface Client {
  readonly key: string;
  readonly secret: string;
}

/**
 * Signs in to Agave (WSO2 OAuth2). With a client's key and secret, tokens are obtained from `/token` by refresh token or password
 * and renewed when they expire; without, the token that there is is used as it is.
 */
export class AgaveSignIn implements SignIn {
  readonly #context: SignInContext;
  readonly #bare: SignIn;
  #token: Token | undefined;
  #refreshToken: string | undefined;
  /** Refresh tokens that were redeemed or refused here. */
  readonly #spent = new Set<string>();
  #obtaining: Promise<Token> | undefined;
  #canRenew = false;
  #givenTokenIsSpent = false;
  #rejected: { readonly grant: string; readonly error: PlatformError } | undefined;

  constructor(context: SignInContext) {
    this.#context = context;
    this.#bare = tokenSignIn(context.credentials, bearer);
  }

  async headers(): Promise<Readonly<Record<string, string>>> {
    const client = await this.#client();
    this.#canRenew = client !== undefined;
    if (client === undefined) return this.#bare.headers();
    if (this.#token === undefined && !this.#givenTokenIsSpent) {
      const given = await this.#context.credentials.find("token");
      if (given !== undefined) this.#token = { value: given };
    }
    if (this.#token === undefined || this.#isOld(this.#token)) await this.#obtain(client);
    return bearer(this.#token?.value ?? "");
  }

  /** A token that the gateway does not know any more has been replaced elsewhere: it ends where its refresh token is redeemed. */
  hasExpired(answer: Parameters<typeof saysExpired>[0]): boolean {
    return saysExpired(answer) || (this.#canRenew && saysUnknown(answer));
  }

  async renew(): Promise<boolean> {
    const client = await this.#client();
    if (client === undefined) return false;
    this.#givenTokenIsSpent = true;
    await this.#obtain(client);
    return true;
  }

  refused(): void {
    this.#token = undefined;
    this.#bare.refused?.();
  }

  /** The OAuth client, where there is one and something to sign in with. */
  async #client(): Promise<Client | undefined> {
    const { credentials } = this.#context;
    const [key, secret] = [await credentials.find("clientKey"), await credentials.find("clientSecret")];
    if (key === undefined || secret === undefined) return undefined;
    const canObtain =
      (this.#refreshToken ?? (await credentials.find("refreshToken"))) !== undefined ||
      ((await credentials.find("username")) !== undefined &&
        (await credentials.find("password")) !== undefined);
    if (canObtain || (await credentials.find("token")) === undefined) return { key, secret };
    return undefined;
  }

  #isOld({ expiresAt }: Token): boolean {
    return expiresAt !== undefined && this.#context.now() >= expiresAt;
  }

  async #obtain(client: Client): Promise<void> {
    this.#obtaining ??= this.#obtainOnce(client).finally(() => {
      this.#obtaining = undefined;
    });
    await this.#obtaining;
  }

  /** By refresh token where there is one; by password where there is none or the server no longer takes it. */
  async #obtainOnce(client: Client): Promise<Token> {
    const { credentials } = this.#context;
    for (let token = await this.#unspent(); token !== undefined; token = await this.#unspent()) {
      try {
        return await this.#redeem(client, token);
      } catch (error) {
        if (error !== this.#rejected?.error) throw error;
      }
    }
    const [username, password] = [await credentials.find("username"), await credentials.find("password")];
    if (username !== undefined && password !== undefined)
      return this.#grant(client, { grant_type: "password", username, password, scope: "PRODUCTION" });
    throw (
      this.#rejected?.error ??
      credentials.error(
        "password",
        "not signed in: there is neither a refresh token nor a user name with a password",
      )
    );
  }

  /** The refresh token to use: the one that is kept, as another window may have put its own in place of ours, unless it was of no use. */
  async #unspent(): Promise<string | undefined> {
    const kept = await this.#context.credentials.find("refreshToken");
    return [kept, this.#refreshToken].find((token) => token !== undefined && !this.#spent.has(token));
  }

  async #redeem(client: Client, refreshToken: string): Promise<Token> {
    const fields = { grant_type: "refresh_token", refresh_token: refreshToken, scope: "PRODUCTION" };
    try {
      return await this.#grant(client, fields);
    } catch (error) {
      if (error === this.#rejected?.error) this.#spent.add(refreshToken);
      throw error;
    }
  }

  async #grant(client: Client, fields: Record<string, string>): Promise<Token> {
    const { post, credentials, now } = this.#context;
    const pair = Buffer.from(`${client.key}:${client.secret}`, "utf8").toString("base64");
    credentials.conceal(pair);
    const grant = JSON.stringify([pair, fields]);
    if (this.#rejected?.grant === grant) throw this.#rejected.error;
    const askedAt = now();
    let answer: unknown;
    try {
      answer = await post("/token", fields, { authorization: `Basic ${pair}` });
    } catch (error) {
      if (!isRejection(error)) throw error;
      const secret = fields.grant_type === "password" ? "password" : "refreshToken";
      const rejection = credentials.error(secret, `signing in was refused: ${error.text}`);
      this.#rejected = { grant, error: rejection };
      throw rejection;
    }
    return this.#accept(answer, askedAt, fields.refresh_token);
  }

  /** The refresh token can be redeemed once: the new one is stored before the access token is used. */
  async #accept(answer: unknown, askedAt: number, redeemed: string | undefined): Promise<Token> {
    const { credentials } = this.#context;
    const fields = asFields(answer);
    const value = asText(fields?.access_token);
    const refreshToken = asText(fields?.refresh_token);
    credentials.conceal(value);
    if (value === undefined) {
      throw credentials.error(
        "password",
        `the token endpoint answered ${kindOfValue(answer)} instead of a token`,
      );
    }
    const life = Math.min(asCount(fields?.expires_in) ?? longestLife, longestLife) * 1000;
    this.#token = { value, expiresAt: askedAt + Math.max(life - renewBefore, life / 2) };
    if (refreshToken !== undefined) {
      if (redeemed !== undefined) this.#spent.add(redeemed);
      this.#refreshToken = refreshToken;
      await credentials.keep("refreshToken", refreshToken);
    }
    return this.#token;
  }
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

/** Whether the token endpoint refused what it was given, as opposed to being out of reach. */
function isRejection(error: unknown): error is PlatformError {
  return error instanceof PlatformError && ["unauthorised", "forbidden", "invalid"].includes(error.kind);
}
