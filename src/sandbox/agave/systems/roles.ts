import { isObject, type Reply, type SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { windowOf } from "../window.ts";
import type { SystemAccess } from "./access.ts";
import { type SystemRecord, type SystemRole, systemRoles } from "./record.ts";
import { hrefOf } from "./resource.ts";
import { isAtLeast } from "./store.ts";

const path = "/systems/v2/{systemId}/roles";
const reader = { role: "GUEST", privateOnly: true } as const;
const manager = { role: "ADMIN", privateOnly: true } as const;

/** The operations on the roles of people on private systems. Only administrators of a system see other people's roles. */
export function roleRoutes(context: AgaveContext, access: SystemAccess): Route[] {
  const { systems, profiles, bus, clock } = context;
  const manages = (system: SystemRecord, username: string): boolean =>
    isAtLeast(systems.roleOf(system, username), "ADMIN");

  function change(system: SystemRecord, roles: ReadonlyMap<string, SystemRole>, event: string): void {
    systems.put({ ...system, roles, lastUpdated: clock() });
    bus.publish(system.uuid, event, { id: system.id });
  }

  function list(request: SandboxRequest, system: SystemRecord, me: string): Reply {
    const all = [[system.owner, "OWNER"] as const, ...system.roles];
    const shown = manages(system, me) ? all : [[me, systems.roleOf(system, me)] as const];
    return successReply(
      request,
      windowOf(request, shown).map(([username, role]) => show(request, system, username, role)),
    );
  }

  function getOne(request: SandboxRequest, system: SystemRecord, me: string, username: string): Reply {
    if (!manages(system, me)) return list(request, system, me);
    const role = username === system.owner ? "OWNER" : system.roles.get(username);
    return role === undefined
      ? errorReply(request, 404, `No role found for user ${username} on system ${system.id}`)
      : successReply(request, show(request, system, username, role));
  }

  async function update(request: SandboxRequest, system: SystemRecord, inUrl?: string): Promise<Reply> {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const body = isObject(content.value) ? content.value : {};
    const username = body.username ?? inUrl;
    if (typeof username !== "string" || username === "") {
      return errorReply(request, 400, "No username was given.");
    }
    if (inUrl !== undefined && username !== inUrl) {
      return errorReply(request, 400, "The username in the body does not match that in the URL.");
    }
    const role = readRole(body.role);
    if (role === undefined) {
      return errorReply(request, 400, `Invalid role: ${body.role}. Use one of ${systemRoles.join(", ")}.`);
    }
    if (!profiles.byUsername(username)) {
      return errorReply(request, 404, `No user found with username ${username}`);
    }
    if (username === system.owner) {
      return errorReply(request, 400, `The role of the owner of ${system.id} cannot be changed.`);
    }
    const roles = new Map(system.roles);
    if (role === "NONE") roles.delete(username);
    else roles.set(username, role);
    change(system, roles, role === "NONE" ? "ROLES_REVOKE" : "ROLES_GRANT");
    return successReply(request, [show(request, system, username, role)], role === "NONE" ? 200 : 201);
  }

  function remove(request: SandboxRequest, system: SystemRecord, username?: string): Reply {
    const left = [...system.roles].filter(([name]) => username !== undefined && name !== username);
    change(system, new Map(left), "ROLES_REVOKE");
    return successReply(request, undefined);
  }

  const one = `${path}/{username}`;
  return [
    { method: "GET", path, handle: access(reader, list) },
    { method: "POST", path, handle: access(manager, (request, system) => update(request, system)) },
    { method: "DELETE", path, handle: access(manager, (request, system) => remove(request, system)) },
    {
      method: "GET",
      path: one,
      handle: access(reader, (request, system, me, { username = "" }) =>
        getOne(request, system, me, username),
      ),
    },
    {
      method: "POST",
      path: one,
      handle: access(manager, (request, system, _me, { username }) => update(request, system, username)),
    },
    {
      method: "DELETE",
      path: one,
      handle: access(manager, (request, system, _me, { username }) => remove(request, system, username)),
    },
  ];
}

/** The role of a name, compared without case; an empty one and null are none. */
function readRole(value: unknown): SystemRole | undefined {
  if (value === null || value === "") return "NONE";
  return typeof value === "string" ? systemRoles.find((role) => role === value.toUpperCase()) : undefined;
}

function show({ origin }: SandboxRequest, system: SystemRecord, username: string, role: SystemRole): unknown {
  const parent = hrefOf(system, origin);
  return {
    username,
    role,
    _links: {
      self: { href: `${parent}/roles/${encodeURIComponent(username)}` },
      parent: { href: parent },
      profile: { href: `${origin}/profiles/v2/${encodeURIComponent(username)}` },
    },
  };
}
