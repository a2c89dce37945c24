import type { Reply, SandboxRequest } from "../../server/message.ts";
import { propertiesOf, readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { allPermissions, isNothing, type Permission, permissionNamed, readGrant } from "../permissions.ts";
import { windowOf } from "../window.ts";
import type { Place } from "./place.ts";
import { fileUrl } from "./resources.ts";
import { type FileStore, permissionKey } from "./store.ts";

/** A place whose permissions are read or written. */
interface PemsOf {
  readonly request: SandboxRequest;
  readonly place: Place;
  readonly store: FileStore;
}

const isTrue = (value: unknown): boolean => value === true || value === "true";

function show({ request, place }: PemsOf, username: string, permission: Permission, recursive: boolean) {
  return {
    username,
    internalUsername: null,
    permission,
    recursive,
    _links: {
      self: { href: fileUrl(request.origin, "pems", place.system.id, place.path) },
      file: { href: fileUrl(request.origin, "media", place.system.id, place.path) },
      profile: { href: `${request.origin}/profiles/v2/${encodeURIComponent(username)}` },
    },
  };
}

/** Who may do what with a place: its system's owner, who may do everything, then those who were given something. */
export function listFilePems(pems: PemsOf): Reply {
  const { request, place, store } = pems;
  const { owner } = place.system;
  const recursive = place.tree.get(place.path)?.type === "dir";
  const others = store.permissions
    .list(permissionKey(place.system.id, place.path))
    .filter(([username]) => username !== owner);
  const rows = [[owner, allPermissions] as const, ...others];
  return successReply(
    request,
    windowOf(request, rows, { highest: Number.POSITIVE_INFINITY }).map(([username, permission]) =>
      show(pems, username, permission, recursive),
    ),
  );
}

/** Gives somebody a permission, with `recursive` for all below as well. The answer is a list of one. */
export async function grantFilePem(
  pems: PemsOf,
  { profiles, bus }: Pick<AgaveContext, "profiles" | "bus">,
): Promise<Reply> {
  const { request, place, store } = pems;
  const content = await readJsonContent(request);
  if ("fault" in content) return errorReply(request, 400, content.fault);
  const body = propertiesOf(content.value);
  const { username, permission: name } = readGrant(body);
  if (username === undefined) return errorReply(request, 400, "No username was given.");
  const permission = name === undefined ? fromBooleans(body) : permissionNamed(name);
  if (permission === undefined) {
    const message = name === undefined ? "No permission was given." : `Unknown permission: ${name}`;
    return errorReply(request, 400, message);
  }
  if (!profiles.byUsername(username)) {
    return errorReply(request, 404, `No user found with username ${username}`);
  }
  const recursive = isTrue(body.recursive);
  for (const path of recursive ? place.tree.below(place.path) : [place.path]) {
    store.permissions.set(permissionKey(place.system.id, path), username, permission);
  }
  const file = store.logical(place.system.id, place.path);
  const shown = show(pems, username, permission, recursive);
  if (file) {
    bus.publish(file.uuid, isNothing(permission) ? "PERMISSION_REVOKE" : "PERMISSION_GRANT", shown);
  }
  return successReply(request, [shown], isNothing(permission) ? 200 : 201);
}

/** Takes everything from everybody that was given at a place, and with `recursive=true` below it. */
export function clearFilePems({ request, place, store }: PemsOf): Reply {
  const recursive = isTrue(request.query.get("recursive"));
  for (const path of recursive ? place.tree.below(place.path) : [place.path]) {
    store.permissions.clear(permissionKey(place.system.id, path));
  }
  return successReply(request, undefined);
}

const flags = {
  read: ["canRead", "can_read", "read"],
  write: ["canWrite", "can_write", "write"],
  execute: ["canExecute", "can_execute", "execute"],
} as const;

function fromBooleans(body: Readonly<Record<string, unknown>>): Permission | undefined {
  const given = Object.values(flags).flat();
  if (!given.some((name) => name in body)) return undefined;
  const has = (names: readonly string[]): boolean => names.some((name) => isTrue(body[name]));
  return { read: has(flags.read), write: has(flags.write), execute: has(flags.execute) };
}
