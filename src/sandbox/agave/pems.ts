import type { Reply, SandboxRequest } from "../server/message.ts";
import type { Route } from "../server/router.ts";
import { readJsonContent } from "./content.ts";
import type { AgaveContext } from "./context.ts";
import { errorReply, successReply } from "./envelope.ts";
import type { UserHandler } from "./gate.ts";
import {
  allPermissions,
  isNothing,
  noPermission,
  type Permission,
  type PermissionStore,
  permissionNamed,
  readGrant,
} from "./permissions.ts";
import { windowOf } from "./window.ts";

/** A resource whose owner can let others read and write it. */
export interface SharedResource {
  readonly uuid: string;
  readonly owner: string;
  /** Where it is, below the service's origin. */
  readonly path: string;
}

interface PemOptions {
  readonly context: Pick<AgaveContext, "gate" | "profiles" | "bus">;
  /** Where the resources are; it names the id in braces. */
  readonly path: string;
  readonly permissions: PermissionStore;
  /** Whether `limit` and `offset` count in a list; the owner comes first all the same. */
  readonly paged: boolean;
  /** Whether there is a permission to execute besides those to read and write. */
  readonly execute?: boolean;
  /** Whether permissions are given without asking whether there is such a person. */
  readonly anyUsername?: boolean;
  /** The resource, or the refusal where it is unknown or somebody may not do this with it. */
  find(
    request: SandboxRequest,
    username: string,
    parameters: Readonly<Record<string, string>>,
    need: "read" | "write",
  ): SharedResource | Reply;
}

const isReply = (found: SharedResource | Reply): found is Reply => "status" in found;

/** The operations on the permissions of resources (`…/pems`): all of a resource, and those of one person. */
export function pemRoutes({
  context,
  path,
  permissions,
  paged,
  execute: withExecute = false,
  anyUsername = false,
  find,
}: PemOptions): Route[] {
  const { gate, profiles, bus } = context;

  const show = (
    { origin }: SandboxRequest,
    resource: SharedResource,
    username: string,
    { read, write, execute }: Permission,
  ) => ({
    username,
    internalUsername: null,
    permission: withExecute ? { read, write, execute } : { read, write },
    _links: {
      self: { href: `${origin}${resource.path}/pems/${encodeURIComponent(username)}` },
      parent: { href: `${origin}${resource.path}` },
      profile: { href: `${origin}/profiles/v2/${encodeURIComponent(username)}` },
    },
  });

  const withResource =
    (
      need: "read" | "write",
      handle: (request: SandboxRequest, resource: SharedResource, username: string) => Reply | Promise<Reply>,
    ): UserHandler =>
    (request, me, parameters) => {
      const found = find(request, me, parameters, need);
      return isReply(found) ? found : handle(request, found, parameters.username ?? "");
    };

  function list(request: SandboxRequest, resource: SharedResource): Reply {
    const others = permissions.list(resource.uuid).filter(([username]) => username !== resource.owner);
    const shown = paged ? windowOf(request, others) : others;
    const rows = [[resource.owner, allPermissions] as const, ...shown];
    return successReply(
      request,
      rows.map(([username, permission]) => show(request, resource, username, permission)),
    );
  }

  function getOne(request: SandboxRequest, resource: SharedResource, username: string): Reply {
    const permission =
      username === resource.owner ? allPermissions : permissions.get(resource.uuid, username);
    return isNothing(permission)
      ? errorReply(request, 404, `No permissions found for user ${username}`)
      : successReply(request, show(request, resource, username, permission));
  }

  async function grant(request: SandboxRequest, resource: SharedResource, inUrl: string): Promise<Reply> {
    const content = await readJsonContent(request);
    if ("fault" in content) return errorReply(request, 400, content.fault);
    const { username = inUrl, permission: name } = readGrant(content.value);
    if (username === "") return errorReply(request, 400, "No username was given.");
    if (inUrl !== "" && username !== inUrl) {
      return errorReply(request, 400, "The username in the body does not match that in the URL.");
    }
    if (name === undefined && !saysNull(content.value)) {
      return errorReply(request, 400, "No permission was given. Say READ, WRITE, READ_WRITE, ALL or NONE.");
    }
    const permission = permissionNamed(name ?? "");
    if (permission === undefined) return errorReply(request, 400, `Unknown permission: ${name}`);
    if (!anyUsername && !profiles.byUsername(username)) {
      return errorReply(request, 404, `No user found with username ${username}`);
    }
    permissions.set(resource.uuid, username, permission);
    bus.publish(resource.uuid, isNothing(permission) ? "PERMISSION_REVOKE" : "PERMISSION_GRANT", resource);
    const status = isNothing(permission) ? 200 : 201;
    return successReply(request, show(request, resource, username, permission), status);
  }

  function revoke(request: SandboxRequest, resource: SharedResource, username: string): Reply {
    if (username === "") permissions.clear(resource.uuid);
    else permissions.set(resource.uuid, username, noPermission);
    bus.publish(resource.uuid, "PERMISSION_REVOKE", resource);
    return successReply(request, undefined);
  }

  const all = `${path}/pems`;
  const one = `${all}/{username}`;
  const handled = (need: "read" | "write", handle: Parameters<typeof withResource>[1]): Route["handle"] =>
    gate.signedIn(withResource(need, handle));
  return [
    { method: "GET", path: all, handle: handled("read", list) },
    { method: "POST", path: all, handle: handled("write", grant) },
    { method: "DELETE", path: all, handle: handled("write", revoke) },
    { method: "GET", path: one, handle: handled("read", getOne) },
    { method: "POST", path: one, handle: handled("write", grant) },
    { method: "DELETE", path: one, handle: handled("write", revoke) },
  ];
}

const saysNull = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "permission" in value && value.permission === null;
