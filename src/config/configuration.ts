import type { Policy } from "../identity/policy.ts";
import type { PlatformName } from "./platform-facts.ts";

/** One configured platform: where it is and how it is spoken to. Never holds a secret. */
export interface ConnectionConfiguration {
  readonly name: string;
  readonly platform: PlatformName;
  /** Absolute base URL without query, fragment or credentials. */
  readonly url: string;
  /** Astakos only: whether the token is a service's, which can list everyone, or one user's. */
  readonly account?: "service" | "user";
  /** Astakos only: the generation of URLs that the server speaks. */
  readonly version?: "0.13" | "0.14";
  /** ODM and SCIM only: where the SCIM endpoints lie below the URL. */
  readonly basePath?: string;
  /** UbiOps only. */
  readonly project?: string;
  /** The most requests in flight at once. */
  readonly concurrency?: number;
  readonly requestsPerMinute?: number;
  readonly pageSize?: number;
  readonly timeoutSeconds?: number;
  /** The environment variable that holds the token, for the command line. */
  readonly token?: { readonly env: string };
  /** Whether people should be asked more carefully before anything is written. */
  readonly production?: boolean;
}

/** A checked rollcall.jsonc. */
export interface Configuration {
  /** Absolute path of the file. */
  readonly file: string;
  /** By name. Has no prototype, so that a name is found only where it was configured. */
  readonly connections: Readonly<Record<string, ConnectionConfiguration>>;
  /** Absent where the file has no `reconcile` section: then accounts can be browsed and nothing else. */
  readonly policy?: Policy;
  /** The file of what people have said of accounts; absent where there is no policy. */
  readonly links?: LinksPlace;
}

/** Where the links file lies. */
export interface LinksPlace {
  /** Absolute path. */
  readonly file: string;
  /** Whether the configuration names it, so that it must be there. */
  readonly named: boolean;
}
