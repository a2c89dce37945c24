import type { PlatformName } from "../../config/platform-facts.ts";
import type { SecretName } from "../../platforms/settings.ts";

/** One thing that is asked for when signing in. */
export interface SignInField {
  readonly secret: SecretName;
  readonly prompt: string;
}

/** One way to sign in to a platform. */
export interface SignInWay {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
  readonly fields: readonly SignInField[];
  /** Agave alone: obtains a token with an OAuth client, and keeps the fields for the next, or nothing but the token. */
  readonly obtains?: "renewable" | "once";
}

function token(detail: string): SignInWay {
  return {
    id: "token",
    label: "Access token",
    detail,
    fields: [{ secret: "token", prompt: "Access token" }],
  };
}

const agaveUser: readonly SignInField[] = [
  { secret: "username", prompt: "User name" },
  { secret: "password", prompt: "Password" },
];

/** An OAuth client of Agave. */
export const agaveClient: readonly SignInField[] = [
  { secret: "clientKey", prompt: "Consumer key of the OAuth client" },
  { secret: "clientSecret", prompt: "Consumer secret of the OAuth client" },
];

/** How each platform is signed in to, the usual way first. The director of oSPARC takes no credentials. */
export const signInWays: Readonly<Record<PlatformName, readonly SignInWay[]>> = {
  odm: [
    token("Made in Genestack ODM under Profile, API tokens. Writing needs the right Manage organization."),
  ],
  scim: [token("A bearer token of the SCIM server.")],
  astakos: [token("A service's token lists everyone; a user's token only looks up.")],
  agave: [
    token("As the platform's command line or portal gives it. It expires after some hours."),
    {
      id: "password",
      label: "User name and password",
      detail: "Both are kept in the editor's secret storage, and Rollcall keeps itself signed in.",
      fields: agaveUser,
      obtains: "renewable",
    },
    {
      id: "once",
      label: "User name and password, once",
      detail: "Neither is kept. The sign-in lasts until its token expires, after some hours.",
      fields: agaveUser,
      obtains: "once",
    },
    {
      id: "refresh",
      label: "OAuth client and refresh token",
      detail: "Rollcall keeps itself signed in.",
      fields: [...agaveClient, { secret: "refreshToken", prompt: "Refresh token" }],
    },
  ],
  ubiops: [token("An API token of a UbiOps user or service user.")],
  osparc: [],
};
