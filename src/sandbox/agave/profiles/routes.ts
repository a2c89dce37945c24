import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { AgaveProfile } from "../../world/records.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { profileResource, searchProfiles } from "./search.ts";

/** The operations on profiles, which only read. */
export function profileRoutes({ profiles, profileCase, gate }: AgaveContext): Route[] {
  const show = (profile: AgaveProfile, { origin }: SandboxRequest): unknown =>
    profileResource(profile, profileCase, origin);

  function oneProfile(request: SandboxRequest, username: string): Reply {
    const profile = profiles.byUsername(username);
    return profile
      ? successReply(request, show(profile, request))
      : errorReply(request, 404, `No user found matching ${username}`);
  }

  return [
    {
      method: "GET",
      path: "/profiles/v2",
      handle: gate.signedIn((request) =>
        successReply(
          request,
          searchProfiles(profiles, request).map((profile) => show(profile, request)),
        ),
      ),
    },
    { method: "GET", path: "/profiles/v2/me", handle: gate.signedIn(oneProfile) },
    {
      method: "GET",
      path: "/profiles/v2/{username}",
      handle: gate.signedIn((request, _me, { username = "" }) => oneProfile(request, username)),
    },
  ];
}
