import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { pemRoutes } from "../pems.ts";
import { SearchError, searchItems, sortItems } from "../search.ts";
import { isAtLeast } from "../systems/store.ts";
import { windowOf } from "../window.ts";
import { createAppAccess } from "./access.ts";
import { appFields } from "./fields.ts";
import { manageApp } from "./manage.ts";
import { readApp } from "./read.ts";
import type { AppRecord } from "./record.ts";
import { appId, appResource, appSummary } from "./resource.ts";

const collection = "/apps/v2";
const item = `${collection}/{appId}`;

/** The operations on apps and their permissions. */
export function appRoutes(context: AgaveContext): Route[] {
  const { gate, apps, systems, ids, clock, bus } = context;
  const access = createAppAccess(context);

  /**
   * Lists the apps that one can see, narrowed by the query and by what the path says. Those that are not available are among them only
   * where the query asks for that field.
   */
  function list(
    request: SandboxRequest,
    username: string,
    fromPath: Readonly<Record<string, string>>,
  ): Reply {
    const query = new URLSearchParams(request.query);
    for (const [key, value] of Object.entries(fromPath)) query.set(key, value);
    const only = (name: string): boolean =>
      Object.keys(fromPath).length === 0 && request.query.get(name)?.toLowerCase() === "true";
    const asksForUnavailable = [...query.keys()].some((key) => /^available(\.|$)/i.test(key));
    const visible = apps
      .all()
      .filter((app) => (app.available || asksForUnavailable) && apps.permissionOf(app, username).read)
      .filter(({ isPublic }) => (isPublic ? !only("privateOnly") : !only("publicOnly")));
    try {
      const found = searchItems(visible, query, appFields);
      const show = request.query.has("filter") ? appResource : appSummary;
      return successReply(
        request,
        windowOf(request, sortItems(found, request.query, appFields, "lastUpdated"), { unsigned: true }).map(
          (app) => show(app, request.origin),
        ),
      );
    } catch (error) {
      if (error instanceof SearchError) return errorReply(request, 400, error.message);
      throw error;
    }
  }

  /** Writes the described app, over the one of the same name and version where there is one. */
  async function write(
    request: SandboxRequest,
    username: string,
    { idInUrl, status }: { readonly idInUrl?: string; readonly status: number },
  ): Promise<Reply> {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const described = readApp(content.value);
    if ("fault" in described) return errorReply(request, 400, described.fault);
    const { name, version, executionSystem } = described.app;
    const id = appId({ name, version, isPublic: false, revision: 1 });
    if (idInUrl !== undefined && id !== idInUrl) {
      return errorReply(request, 400, `The description is of ${id}, and ${idInUrl} is in the URL.`);
    }
    const before = apps.get(id);
    if (before && !apps.permissionOf(before, username).write) {
      return errorReply(request, 403, `Permission denied. There is an app ${id} that is not yours.`);
    }
    const system = systems.get(executionSystem);
    if (system?.type !== "EXECUTION" || !system.available) {
      return errorReply(request, 400, `No execution system found matching ${executionSystem}`);
    }
    if (!isAtLeast(systems.roleOf(system, username), "USER")) {
      return errorReply(request, 403, `Permission denied. You cannot run apps on ${executionSystem}.`);
    }
    const now = clock();
    const app: AppRecord = {
      ...described.app,
      id,
      uuid: before?.uuid ?? ids.next("app"),
      owner: before?.owner ?? username,
      revision: (before?.revision ?? 0) + 1,
      isPublic: false,
      executionSystem: system.id,
      created: before?.created ?? now,
      lastModified: now,
    };
    apps.put(app);
    const resource = appResource(app, request.origin);
    bus.publish(app.uuid, before ? "UPDATED" : "CREATED", resource);
    return successReply(request, resource, status);
  }

  function remove(request: SandboxRequest, app: AppRecord): Reply {
    if (app.isPublic) apps.put({ ...app, available: false, lastModified: clock() });
    else apps.remove(app.id);
    bus.publish(app.uuid, "DELETED", appResource(app, request.origin));
    return successReply(request, undefined);
  }

  return [
    { method: "GET", path: collection, handle: gate.signedIn((request, me) => list(request, me, {})) },
    {
      method: "POST",
      path: collection,
      handle: gate.signedIn((request, me) => write(request, me, { status: 200 })),
    },
    {
      method: "GET",
      path: `${collection}/name/{name}`,
      handle: gate.signedIn((request, me, { name = "" }) => list(request, me, { "id.like": name })),
    },
    {
      method: "GET",
      path: `${collection}/system/{systemId}`,
      handle: gate.signedIn((request, me, { systemId = "" }) =>
        list(request, me, { "executionSystem.like": systemId }),
      ),
    },
    {
      method: "GET",
      path: item,
      handle: access.handler({ need: "read" }, (request, app) =>
        successReply(request, appResource(app, request.origin)),
      ),
    },
    {
      method: "POST",
      path: item,
      handle: access.handler({ need: "read" }, (request, app, me) =>
        app.isPublic
          ? errorReply(request, 403, `The app ${app.id} is public and cannot be changed.`)
          : write(request, me, { idInUrl: app.id, status: 201 }),
      ),
    },
    { method: "PUT", path: item, handle: gate.signedIn(manageApp(context, access)) },
    { method: "DELETE", path: item, handle: access.handler({ need: "write", refusal: 401 }, remove) },
    ...pemRoutes({
      context,
      path: item,
      permissions: apps.permissions,
      paged: false,
      execute: true,
      anyUsername: true,
      find(request, username, { appId: id = "" }, need) {
        const app = access.find(request, username, id, { need: apps.get(id)?.isPublic ? "read" : need });
        if ("reply" in app) return app.reply;
        return app.isPublic
          ? errorReply(request, 501, `The app ${app.id} is public: it has no permissions of its own.`)
          : { uuid: app.uuid, owner: app.owner, path: `${collection}/${encodeURIComponent(app.id)}` };
      },
    }),
  ];
}
