/** What is known of a client that signs in on behalf of people. */
export interface OAuthClient {
  readonly name: string;
  readonly description: string;
  readonly callbackUrl: string;
  readonly key: string;
  readonly secret: string;
}

/** A pair of tokens, as the token endpoint gives it. */
export interface Grant {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds. */
  readonly expiresIn: number;
}

interface Issued extends Grant {
  readonly username: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The clients and tokens of the gateway. */
export interface TokenStore {
  clients(): readonly OAuthClient[];
  client(key: string): OAuthClient | undefined;
  register(client: Pick<OAuthClient, "name" | "description" | "callbackUrl">): OAuthClient;
  unregister(name: string): boolean;
  issue(username: string): Grant;
  /** Redeems a refresh token, which works once; the access token that came with it ends. Undefined where it is not valid. */
  refresh(refreshToken: string): Grant | undefined;
  /** Whose the access token is, `expired`, or undefined where it was never issued. */
  owner(accessToken: string): { readonly username: string } | "expired" | undefined;
  expireAll(): void;
}

const lifetime = 14_400;

/** Makes the store. Keys and tokens follow from the seed and from how many were issued before. */
export function createTokenStore(seed: number): TokenStore {
  const clients = new Map<string, OAuthClient>();
  const issued = new Map<string, Issued>();
  const refreshable = new Map<string, Issued>();
  let count = 0;

  function fakeHex(prefix: string): string {
    count += 1;
    return `${prefix}${(seed >>> 0).toString(16).padStart(8, "0")}${count.toString(16)}`.padEnd(32, "0");
  }

  function issue(username: string): Grant {
    const grant: Issued = {
      username,
      accessToken: fakeHex("fa4eacce55"),
      refreshToken: fakeHex("fa4e4ef4e5"),
      expiresIn: lifetime,
      expiresAt: Date.now() + lifetime * 1000,
    };
    issued.set(grant.accessToken, grant);
    refreshable.set(grant.refreshToken, grant);
    return grant;
  }

  return {
    clients: () => [...clients.values()],
    client: (key) => clients.get(key),
    register({ name, description, callbackUrl }) {
      count += 1;
      const suffix = `${String(seed >>> 0)
        .slice(-6)
        .padStart(6, "0")}${String(count).padStart(4, "0")}`;
      const key = `SandboxClientKey__${suffix}`;
      const client = { name, description, callbackUrl, key, secret: `SandboxClientSecr_${suffix}` };
      clients.set(key, client);
      return client;
    },
    unregister(name) {
      const client = [...clients.values()].find((candidate) => candidate.name === name);
      return client !== undefined && clients.delete(client.key);
    },
    issue,
    refresh(refreshToken) {
      const grant = refreshable.get(refreshToken);
      if (grant === undefined) return undefined;
      refreshable.delete(refreshToken);
      issued.delete(grant.accessToken);
      return issue(grant.username);
    },
    owner(accessToken) {
      const grant = issued.get(accessToken);
      if (grant === undefined) return undefined;
      return grant.expiresAt > Date.now() ? { username: grant.username } : "expired";
    },
    expireAll() {
      for (const [token, grant] of issued) issued.set(token, { ...grant, expiresAt: 0 });
    },
  };
}
