import type { Clock } from "../http/clock.ts";
import type { Exchange, Pause } from "../http/exchange.ts";
import type { Redactor } from "../http/redact.ts";
import type { RetryPolicy } from "../http/retry.ts";
import type { ProxyChoice } from "../http/transport.ts";

/** Platforms that can be seen as a directory. */
export const directoryPlatforms = ["odm", "scim", "astakos", "agave"] as const;
export type DirectoryPlatform = (typeof directoryPlatforms)[number];

/** All platforms whose operations can be called. */
export const platformKinds = [...directoryPlatforms, "ubiops", "osparc"] as const;
export type PlatformKind = (typeof platformKinds)[number];

/** One configured platform. */
export interface ConnectionSettings {
  readonly name: string;
  readonly platform: PlatformKind;
  readonly url: string;
  /** Astakos: whose token signs in; `user` by default. */
  readonly account?: "service" | "user";
  /** Astakos: whose paths are used; `0.13` by default. */
  readonly version?: "0.13" | "0.14";
  /** SCIM and ODM: what precedes `/Users`. */
  readonly basePath?: string;
  /** UbiOps: the project that operations are about unless they name another. */
  readonly project?: string;
  /** Requests in flight at once. */
  readonly concurrency?: number;
  /** Requests that begin in one minute, over all that is open on the connection. */
  readonly requestsPerMinute?: number;
  /** Accounts to ask for in one page. */
  readonly pageSize?: number;
  /** How long to wait for an answer. */
  readonly timeoutSeconds?: number;
}

/** The secrets that a connection may need. */
export type SecretName = "token" | "refreshToken" | "clientKey" | "clientSecret" | "username" | "password";

/** Where the secrets of one connection come from. */
export interface SecretSource {
  read(name: SecretName): Promise<string | undefined>;
  /** Keeps a secret that the platform handed out, such as a new refresh token. */
  store?(name: SecretName, value: string): Promise<void>;
}

/** What is the same for all connections of a program. */
export interface ConnectOptions {
  /** One sentence: what to do to sign in where that secret is missing or refused. */
  readonly howToSignIn?: (connection: string, name: SecretName) => string;
  /** Shared by all connections, so that a log can use it too. */
  readonly redactor?: Redactor;
  /** The environment's by default. */
  readonly proxy?: ProxyChoice;
  /** One more certificate authority, PEM. */
  readonly extraCa?: string;
  readonly retry?: Partial<RetryPolicy>;
  /** Bound of an answer's body in bytes. */
  readonly maximumBytes?: number;
  readonly clock?: Clock;
  readonly onExchange?: (exchange: Exchange) => void;
  readonly onPause?: (pause: Pause) => void;
}
