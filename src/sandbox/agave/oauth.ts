import {
  basicCredentials,
  formFields,
  isObject,
  jsonReply,
  parseJson,
  type Reply,
  type SandboxRequest,
  textOf,
} from "../server/message.ts";
import type { Route } from "../server/router.ts";
import { errorReply, successReply } from "./envelope.ts";
import type { Grant, OAuthClient, TokenStore } from "./tokens.ts";

/** The one person who can sign in. */
export interface ApiUser {
  readonly username: string;
  readonly password: string;
}

/** The token endpoint (RFC 6749, not enveloped) and the operations on clients, which take HTTP Basic authentication. */
export function oauthRoutes(tokens: TokenStore, user: ApiUser): Route[] {
  const isUser = (name: string | undefined, password: string | undefined): boolean =>
    name?.toLowerCase() === user.username.toLowerCase() && password === user.password;

  const asUser =
    (handle: (request: SandboxRequest, name: string) => Reply | Promise<Reply>): Route["handle"] =>
    (request, { name = "" }) => {
      const credentials = basicCredentials(request);
      return isUser(credentials?.user, credentials?.password)
        ? handle(request, name)
        : errorReply(request, 401, "Login failed. Please check your username and password.");
    };

  async function token(request: SandboxRequest): Promise<Reply> {
    const credentials = basicCredentials(request);
    const client = credentials && tokens.client(credentials.user);
    if (client === undefined || client.secret !== credentials?.password) {
      return oauthError(
        401,
        "invalid_client",
        "A valid OAuth client could not be found for the key and secret.",
      );
    }
    const fields = await formFields(request);
    const grantType = fields?.get("grant_type");
    if (fields === undefined || !grantType) {
      return oauthError(400, "invalid_request", "Missing grant_type parameter value.");
    }
    if (grantType === "password") {
      return isUser(fields.get("username"), fields.get("password"))
        ? grantReply(tokens.issue(user.username))
        : oauthError(400, "invalid_grant", "Authentication failed for the resource owner.");
    }
    if (grantType === "refresh_token") {
      const grant = tokens.refresh(fields.get("refresh_token") ?? "");
      return grant ? grantReply(grant) : oauthError(400, "invalid_grant", "The refresh token is not valid.");
    }
    return oauthError(400, "unsupported_grant_type", `The grant type "${grantType}" is not supported.`);
  }

  return [
    { method: "POST", path: "/token", handle: token },
    {
      method: "GET",
      path: "/clients/v2",
      handle: asUser((request) => successReply(request, tokens.clients().map(describe))),
    },
    {
      method: "POST",
      path: "/clients/v2",
      handle: asUser(async (request) => {
        const fields = await readFields(request);
        const name = fields.get("clientName") ?? "";
        if (name === "") return errorReply(request, 400, "No client name was given.");
        if (tokens.clients().some((client) => client.name === name)) {
          return errorReply(request, 400, `There is a client named ${name} already.`);
        }
        const description = fields.get("description") ?? "";
        const client = tokens.register({ name, description, callbackUrl: fields.get("callbackUrl") ?? "" });
        return successReply(request, { ...describe(client), consumerSecret: client.secret }, 201);
      }),
    },
    {
      method: "DELETE",
      path: "/clients/v2/{name}",
      handle: asUser((request, name) =>
        tokens.unregister(name)
          ? successReply(request, undefined)
          : errorReply(request, 404, `No client found matching ${name}`),
      ),
    },
  ];
}

const describe = ({ name, description, callbackUrl, key }: OAuthClient) => ({
  name,
  description,
  consumerKey: key,
  callbackUrl,
  tier: "Unlimited",
});

async function readFields(request: SandboxRequest): Promise<ReadonlyMap<string, string>> {
  const form = await formFields(request);
  if (form) return form;
  const body = parseJson(textOf(request));
  return new Map(Object.entries(isObject(body) ? body : {}).map(([name, value]) => [name, String(value)]));
}

function grantReply({ accessToken, refreshToken, expiresIn }: Grant): Reply {
  return jsonReply(200, {
    scope: "PRODUCTION",
    token_type: "bearer",
    expires_in: expiresIn,
    refresh_token: refreshToken,
    access_token: accessToken,
  });
}

function oauthError(status: number, error: string, description: string): Reply {
  return jsonReply(status, { error, error_description: description });
}
