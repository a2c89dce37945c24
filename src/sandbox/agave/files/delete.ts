import { emptyReply, type Reply, type SandboxRequest } from "../../server/message.ts";
import { errorReply, successReply } from "../envelope.ts";
import type { NotificationBus } from "../notifications/bus.ts";
import type { Place } from "./place.ts";
import { logicalFileResource } from "./resources.ts";
import { type FileStore, permissionKey } from "./store.ts";

/**
 * Deletes what is at a place. What the service once knew may be gone already. With `naked=true` the answer is 204.
 */
export function deletePlace(
  request: SandboxRequest,
  { system, tree, path }: Place,
  username: string,
  { store, bus }: { readonly store: FileStore; readonly bus: NotificationBus },
): Reply {
  if (path === "/") return errorReply(request, 400, "The root of a system cannot be deleted.");
  const known = store.logical(system.id, path);
  if (tree.get(path) === undefined && (known === undefined || known.status === "DELETED")) {
    return errorReply(request, 404, `File/folder does not exist: ${path}`);
  }
  for (const below of tree.below(path)) store.permissions.clear(permissionKey(system.id, below));
  tree.remove(path);
  const file = store.record(
    { systemId: system.id, path, owner: username },
    { status: "DELETED", description: `File item was explicitly deleted by ${username}` },
  );
  bus.publish(file.uuid, "DELETED", logicalFileResource(request.origin, file));
  return request.query.get("naked") === "true" ? emptyReply(204) : successReply(request, undefined);
}
