import type { Reply, SandboxRequest } from "../server/message.ts";
import { type Platform, refusalMessages } from "../server/platform.ts";
import { createRouter } from "../server/router.ts";
import { groupRoutes, type OdmGroup } from "./groups.ts";
import { odmErrorReply, ScimError, scimErrorReply } from "./scim.ts";
import type { OdmStore } from "./store.ts";
import { userRoutes } from "./users.ts";

/** The tokens that ODM takes. */
export interface OdmTokens {
  /** Of somebody with the permission "Manage organization". */
  readonly manager: string;
  /** Of somebody without it: every operation is forbidden. */
  readonly member: string;
}

interface OdmOptions {
  readonly store: OdmStore;
  readonly groups: readonly OdmGroup[];
  readonly tokens: OdmTokens;
}

/** Genestack ODM: its SCIM operations on users, and those on groups that read. */
export function createOdm({ store, groups, tokens }: OdmOptions): Platform {
  const router = createRouter([...userRoutes(store), ...groupRoutes(groups)], { trailingSlash: false });

  async function answer(request: SandboxRequest): Promise<Reply> {
    const token = tokenOf(request);
    if (token === undefined) return unauthorised("Please supply a valid access token.");
    if (token === tokens.member) {
      return scimErrorReply(
        new ScimError(403, 'Operation is not permitted. The "Manage organization" permission is required.'),
      );
    }
    if (token !== tokens.manager) return unauthorised("The access token is not valid.");
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
