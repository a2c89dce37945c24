import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { SearchError, searchItems, sortItems } from "../search.ts";
import { windowOf } from "../window.ts";
import { createSystemAccess } from "./access.ts";
import { credentialRoutes } from "./credentials.ts";
import { systemFields } from "./fields.ts";
import { manageSystem } from "./manage.ts";
import { readSystem } from "./read.ts";
import type { SystemRecord } from "./record.ts";
import { systemResource, systemSummary } from "./resource.ts";
import { roleRoutes } from "./roles.ts";
import { isAtLeast } from "./store.ts";

const collection = "/systems/v2";
const item = `${collection}/{systemId}`;

/** The operations on systems, on roles and on credentials. */
export function systemRoutes(context: AgaveContext): Route[] {
  const { gate, systems, ids, clock, bus } = context;
  const access = createSystemAccess(context);

  function list(request: SandboxRequest, username: string): Reply {
    const type = request.query.get("type");
    if (type !== null && !/^(storage|execution)$/i.test(type)) {
      return errorReply(request, 404, `Invalid system type: ${type}. Use STORAGE or EXECUTION.`);
    }
    const visible = systems
      .all()
      .filter((system) => system.available && isAtLeast(systems.roleOf(system, username), "GUEST"));
    const fields = systemFields(username);
    try {
      const found = searchItems(visible, request.query, fields);
      const show = request.query.has("filter") ? systemResource : systemSummary;
      return successReply(
        request,
        windowOf(request, sortItems(found, request.query, fields, "lastUpdated")).map((system) =>
          show(system, username, request.origin),
        ),
      );
    } catch (error) {
      if (error instanceof SearchError) return errorReply(request, 400, error.message);
      throw error;
    }
  }

  /** Writes the described system, over the one of the same id where there is one and it is not somebody else's. */
  async function write(
    request: SandboxRequest,
    username: string,
    { idInUrl, status }: { readonly idInUrl?: string; readonly status: number },
  ): Promise<Reply> {
    const content = await readJsonContent(request, { urlEncoded: false });
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const described = readSystem(content.value);
    if ("fault" in described) return errorReply(request, 400, described.fault);
    const { id, type, description } = described.system;
    if (idInUrl !== undefined && id.toLowerCase() !== idInUrl.toLowerCase()) {
      return errorReply(request, 400, `The id in the description is ${id}, and ${idInUrl} in the URL.`);
    }
    const before = systems.get(id);
    if (before?.isPublic) {
      return errorReply(request, 403, `The system ${before.id} is public and cannot be changed.`);
    }
    if (before && !isAtLeast(systems.roleOf(before, username), "ADMIN")) {
      return errorReply(request, 403, `There is a system with the id ${before.id} that is not yours.`);
    }
    const now = clock();
    const system: SystemRecord = {
      id: before?.id ?? id,
      uuid: before?.uuid ?? ids.next("system"),
      owner: before?.owner ?? username,
      type,
      isPublic: false,
      available: true,
      globalDefault: false,
      defaultOf: before?.defaultOf ?? [],
      description,
      roles: before?.roles ?? new Map(),
      revision: (before?.revision ?? 0) + 1,
      created: before?.created ?? now,
      lastUpdated: now,
    };
    systems.put(system);
    const resource = systemResource(system, username, request.origin);
    bus.publish(system.uuid, before ? "UPDATED" : "CREATED", resource);
    return successReply(request, resource, status);
  }

  return [
    { method: "GET", path: collection, handle: gate.signedIn(list) },
    {
      method: "POST",
      path: collection,
      handle: gate.signedIn((request, username) => write(request, username, { status: 201 })),
    },
    {
      method: "GET",
      path: item,
      handle: access({ role: "GUEST" }, (request, system, username) =>
        successReply(request, systemResource(system, username, request.origin)),
      ),
    },
    {
      method: "POST",
      path: item,
      handle: access({ role: "GUEST" }, (request, { id }, username) =>
        write(request, username, { idInUrl: id, status: 200 }),
      ),
    },
    { method: "PUT", path: item, handle: access({ role: "NONE", hidden: true }, manageSystem(context)) },
    {
      method: "DELETE",
      path: item,
      handle: access({ role: "ADMIN", refusal: 401 }, (request, system, username) => {
        systems.put({ ...system, available: false, lastUpdated: clock() });
        bus.publish(system.uuid, "DELETED", systemResource(system, username, request.origin));
        return successReply(request, undefined);
      }),
    },
    ...roleRoutes(context, access),
    ...credentialRoutes(context, access),
  ];
}
