import type { Reply, SandboxRequest } from "./message.ts";

/** The platforms that the sandbox has, in the order of their ports. */
export const platformNames = ["odm", "astakos", "agave", "ubiops", "osparc"] as const;
export type PlatformName = (typeof platformNames)[number];

/** One platform, as a server. */
export interface Platform {
  readonly name: PlatformName;
  answer(request: SandboxRequest): Reply | Promise<Reply>;
  /** A refusal in the platform's own words and shape: 401, 403, 429, 500 or 503. */
  refuse(status: number, request: SandboxRequest): Reply;
  /** The header in which an answer of 429 says how many seconds to wait: `retry-after` without it. */
  readonly limitHeader?: string;
  /** Ends the life of all tokens issued so far, where the platform issues tokens. */
  expireTokens?(): void;
}

/** What an answer of the given status says where a fault made it. */
export const refusalMessages: Readonly<Record<number, string>> = {
  401: "The token was refused.",
  403: "The operation is not permitted.",
  429: "Too many requests.",
  500: "An internal server error occurred.",
  503: "The service is unavailable.",
};
