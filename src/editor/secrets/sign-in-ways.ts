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
}

function token(detail: string): SignInWay {
  return {
    id: "token",
    label: "Access token",
    detail,
    fields: [{ secret: "token", prompt: "Access token" }],
  };
}

const agaveClient: readonly SignInField[] = [
  { secret: "clientKey", prompt: "Consumer key of the OAuth client" },
  { secret: "clientSecret", prompt: "Consumer secret of the OAuth client" },
];

/** How each platform is signed in to, the usual way first. */
export const signInWays: Readonly<Record<PlatformName, readonly [SignInWay, ...SignInWay[]]>> = {
  odm: [
    token("Made in Genestack ODM under Profile, API tokens. Writing needs the right Manage organization."),
  ],
  scim: [token("A bearer token of the SCIM server.")],
  astakos: [token("A service's token lists everyone; a user's token only looks up.")],
  agave: [
    token("As the platform's command line or portal gives it. It expires after some hours."),
    {
      id: "refresh",
      label: "OAuth client and refresh token",
      detail: "Rollcall keeps itself signed in.",
      fields: [...agaveClient, { secret: "refreshToken", prompt: "Refresh token" }],
    },
    {
      id: "password",
      label: "OAuth client, user name and password",
      detail: "Rollcall obtains tokens with the password grant.",
      fields: [
        ...agaveClient,
        { secret: "username", prompt: "User name" },
        { secret: "password", prompt: "Password" },
      ],
    },
  ],
  ubiops: [token("An API token of a UbiOps user or service user.")],
  osparc: [token("An API key of an oSPARC user.")],
};
