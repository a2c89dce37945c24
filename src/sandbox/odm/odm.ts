import type { Reply, SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter, type Route } from "../server/router.ts";
import type { GroupStore } from "./groupStore.ts";
import { groupRoutes, type OdmCaller } from "./groups.ts";
import { odmErrorReply, ScimError, scimErrorReply } from "./scim.ts";
import type { OdmStore } from "./store.ts";
import { userRoutes } from "./users.ts";

/** Whose token is whose. */
export type OdmTokens = ReadonlyMap<string, OdmCaller>;

interface OdmOptions {
  readonly store: OdmStore;
  readonly groups: GroupStore;
  readonly tokens: OdmTokens;
}

const usualBase = "/api/v1/scim";
/** Where identity providers find the same operations. */
const providersBase = /^\/frontend\/rs\/genestack\/scim-integration\/default-released\/scim(?=\/)/;

/** Genestack ODM: its SCIM operations on users and groups. */
export function createOdm({ store, groups, tokens }: OdmOptions): Platform {
  function callerOf(request: SandboxRequest): OdmCaller {
    const caller = tokens.get(tokenOf(request) ?? "");
    if (caller === undefined) throw new Error("Nobody has signed in.");
    return caller;
  }

  const managersOnly = (route: Route): Route => ({
    ...route,
    handle(request, parameters) {
      if (callerOf(request).manages) return route.handle(request, parameters);
      const needed = 'The "Manage organization" permission is required.';
      throw new ScimError(403, `Operation is not permitted. ${needed}`);
    },
  });

  const router = createRouter(
    [...userRoutes(store).map(managersOnly), ...groupRoutes({ groups, users: store, callerOf })],
    { trailingSlash: false },
  );

  async function answer(received: SandboxRequest): Promise<Reply> {
    const request = { ...received, path: received.path.replace(providersBase, usualBase) };
    const token = tokenOf(request);
    if (token === undefined) return unauthorised("Please supply a valid access token.");
    if (!tokens.has(token)) return unauthorised("The access token is not valid.");
    try {
      const match = router.match(request);
      if ("handle" in match) return await match.handle();
      if (match.allowed.length === 0) throw new ScimError(404, `There is nothing at ${request.path}.`);
      throw new ScimError(405, `${request.path} does not take ${request.method}.`);
    } catch (error) {
      if (error instanceof ScimError) return scimErrorReply(error);
      throw error;
    }
  }

  return {
    name: "odm",
    answer,
    refuse(status) {
      const message = refusalMessages[status] ?? "The request was refused.";
      return status === 403 ? scimErrorReply(new ScimError(status, message)) : odmErrorReply(status, message);
    },
  };
}

function unauthorised(reason: string): Reply {
  return odmErrorReply(401, `User is not authenticated. ${reason}`);
}

function tokenOf({ headers }: SandboxRequest): string | undefined {
  const [, bearer] = /^bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
  const own = headers["genestack-api-token"];
  return bearer ?? (typeof own === "string" ? own : undefined);
}
