import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Handler } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply } from "../envelope.ts";
import type { Permission } from "../permissions.ts";
import type { AppRecord } from "./record.ts";

interface Needs {
  readonly need: keyof Permission;
  /** What whoever lacks it is answered: 403 without it. */
  readonly refusal?: number;
}

/** Finds apps and checks what somebody may do with them. */
export interface AppAccess {
  /** The app, or the refusal. Apps that are not available are there for those who may change them. */
  find(
    request: SandboxRequest,
    username: string,
    id: string,
    needs: Needs,
  ): AppRecord | { readonly reply: Reply };
  /** Makes a handler of requests on the app in the path. */
  handler(
    needs: Needs,
    handle: (request: SandboxRequest, app: AppRecord, username: string) => Reply | Promise<Reply>,
  ): Handler;
}

/** Makes the access to the apps of a tenant. */
export function createAppAccess({
  gate,
  apps,
  isAdmin,
}: Pick<AgaveContext, "gate" | "apps" | "isAdmin">): AppAccess {
  const find: AppAccess["find"] = (request, username, id, { need, refusal = 403 }) => {
    const app = apps.get(id);
    const changes = app !== undefined && (app.owner === username || isAdmin(username));
    if (app === undefined || !(app.available || changes)) {
      return { reply: errorReply(request, 404, `No software found matching ${id}`) };
    }
    const allowed = apps.permissionOf(app, username)[need] || (app.isPublic && changes);
    if (allowed) return app;
    const message = `Permission denied. You do not have ${need} permission on ${id}.`;
    return { reply: errorReply(request, refusal, message) };
  };

  return {
    find,
    handler: (needs, handle) =>
      gate.signedIn((request, username, { appId = "" }) => {
        const found = find(request, username, appId, needs);
        return "reply" in found ? found.reply : handle(request, found, username);
      }),
  };
}
