import type { Reply, SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter, type Handler } from "../server/router.ts";
import type { AgaveProfile } from "../world/records.ts";
import { errorReply, successReply } from "./envelope.ts";
import { jsonFault, xmlFault } from "./gateway.ts";
import { type ApiUser, oauthRoutes } from "./oauth.ts";
import { type ProfileCase, profileResource, searchProfiles } from "./profiles.ts";
import type { AgaveStore } from "./store.ts";
import type { TokenStore } from "./tokens.ts";

interface AgaveOptions {
  readonly store: AgaveStore;
  readonly tokens: TokenStore;
  readonly user: ApiUser;
  readonly profileCase: ProfileCase;
}

/** Handles the request of somebody who is signed in. */
type UserHandler = (
  request: SandboxRequest,
  username: string,
  parameters: Readonly<Record<string, string>>,
) => Reply;

/** Agave v2 behind its gateway: sign-in with OAuth 2, and the profiles. */
export function createAgave({ store, tokens, user, profileCase }: AgaveOptions): Platform {
  let expiries = 0;

  const show = (profile: AgaveProfile, { origin }: SandboxRequest): unknown =>
    profileResource(profile, profileCase, origin);

  /** The gateway tells of a token that has expired in its older and its newer form by turns. */
  function expiredFault(): Reply {
    expiries += 1;
    return expiries % 2 === 1 ? xmlFault(401, 900904) : jsonFault(401, 900904, "Invalid Credentials");
  }

  const signedIn =
    (handle: UserHandler): Handler =>
    (request, parameters) => {
      const [, token] = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
      if (token === undefined) return xmlFault(401, 900902);
      const owner = tokens.owner(token);
      if (owner === undefined) return xmlFault(401, 900901);
      return owner === "expired" ? expiredFault() : handle(request, owner.username, parameters);
    };

  function oneProfile(request: SandboxRequest, username: string): Reply {
    const profile = store.byUsername(username);
    return profile
      ? successReply(request, show(profile, request))
      : errorReply(request, 404, `No user found matching ${username}`);
  }

  const router = createRouter(
    [
      ...oauthRoutes(tokens, user),
      {
        method: "GET",
        path: "/profiles/v2",
        handle: signedIn((request) =>
          successReply(
            request,
            searchProfiles(store, request).map((profile) => show(profile, request)),
          ),
        ),
      },
      { method: "GET", path: "/profiles/v2/me", handle: signedIn(oneProfile) },
      {
        method: "GET",
        path: "/profiles/v2/{username}",
        handle: signedIn((request, _me, { username = "" }) => oneProfile(request, username)),
      },
    ],
    { trailingSlash: true },
  );

  return {
    name: "agave",
    answer(request) {
      const match = router.match(request);
      if ("handle" in match) return match.handle();
      const status = match.allowed.length > 0 ? 405 : 404;
      return jsonFault(status, 900906, "No matching resource found in the API for the given request");
    },
    refuse(status, request) {
      if (status === 401) return xmlFault(401, 900901);
      if (status === 429) return xmlFault(429, 900800);
      return errorReply(request, status, refusalMessages[status] ?? "The request was refused.");
    },
    expireTokens: () => tokens.expireAll(),
  };
}
