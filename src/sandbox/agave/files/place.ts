import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply } from "../envelope.ts";
import { allPermissions, type Permission } from "../permissions.ts";
import type { SystemRecord } from "../systems/record.ts";
import { isAtLeast } from "../systems/store.ts";
import { type FileStore, permissionKey, resolvePath } from "./store.ts";
import type { FileTree } from "./tree.ts";

/** The place that a request is about: a path on a system, whether there is something or not. */
export interface Place {
  readonly system: SystemRecord;
  readonly tree: FileTree;
  readonly path: string;
}

/** Finds the places that requests are about. */
export interface Places {
  /** The place in a request's path, or the refusal where the system is unknown. */
  of(request: SandboxRequest, username: string): Place | { readonly reply: Reply };
  /** What somebody may do at a place. */
  permission(place: Place, username: string): Permission;
}

/** The storage system that somebody uses where none is named: one's own choice, else everybody's. */
export function defaultStorage(
  { all }: Pick<AgaveContext["systems"], "all">,
  username: string,
): SystemRecord | undefined {
  const storage = all().filter(({ type, available }) => type === "STORAGE" && available);
  return (
    storage.find(({ defaultOf }) => defaultOf.includes(username)) ??
    storage.find(({ globalDefault }) => globalDefault)
  );
}

/** Makes the finder over the systems and files. */
export function createPlaces(
  { systems, isAdmin }: Pick<AgaveContext, "systems" | "isAdmin">,
  store: FileStore,
): Places {
  function systemOf(request: SandboxRequest, username: string, id: string | undefined) {
    if (id === undefined) {
      const message = "No default storage system was found. Please set one as the default.";
      return defaultStorage(systems, username) ?? { reply: errorReply(request, 412, message) };
    }
    const system = systems.get(id);
    return system?.available
      ? system
      : { reply: errorReply(request, 404, `No resource found on system ${id}: the system is unknown.`) };
  }

  return {
    of(request, username) {
      const { id, path } = readPath(request.path);
      const system = systemOf(request, username, id);
      if ("reply" in system) return system;
      return { system, tree: store.tree(system), path: resolvePath(system, path) };
    },
    permission({ system, path }, username) {
      const role = systems.roleOf(system, username);
      if (isAdmin(username) || isAtLeast(role, "USER")) return allPermissions;
      const granted = store.permissions.get(permissionKey(system.id, path), username);
      return role === "GUEST" ? { ...granted, read: true } : granted;
    },
  };
}

/**
 * Reads what follows the operation in a path, as `/system/{id}/…` or on the default system. One slash before the rest
 * stands for the home folder, two for the root.
 */
function readPath(path: string): { readonly id?: string; readonly path: string } {
  const [, rest = ""] = /^\/files\/v2\/[^/]+(.*)$/.exec(path) ?? [];
  const [, id, onSystem = ""] = /^\/system\/([^/]+)(.*)$/.exec(rest) ?? [];
  const following = decodePart((id === undefined ? rest : onSystem).slice(1));
  return id === undefined ? { path: following } : { id: decodePart(id), path: following };
}

/** The text that a part of a URL stands for; the part itself where it is badly encoded. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
