import type { Reply, SandboxRequest } from "../../server/message.ts";
import { errorReply, successReply } from "../envelope.ts";
import { windowOf } from "../window.ts";
import type { Place, Places } from "./place.ts";
import { listingItem } from "./resources.ts";
import { nameOf } from "./tree.ts";

/**
 * What is at a place: a folder with all in it, itself first under the name `.`, or the one file. The folder itself
 * counts for `limit`, which has no bound here, also where it is left out (`namesItself`).
 */
export function listPlace(
  request: SandboxRequest,
  place: Place,
  username: string,
  places: Places,
  { namesItself = true } = {},
): Reply {
  const { system, tree, path } = place;
  const node = tree.get(path);
  if (node === undefined) return errorReply(request, 404, `File/folder does not exist: ${path}`);
  const paths = node.type === "dir" ? [path, ...tree.children(path)] : [path];
  const shown = windowOf(request, paths, { highest: Number.POSITIVE_INFINITY });
  return successReply(
    request,
    shown.flatMap((each) => {
      const item = tree.get(each);
      if (item === undefined) return [];
      const isItself = each === path && node.type === "dir";
      if (isItself && !namesItself) return [];
      const name = isItself ? "." : nameOf(each);
      const permission = places.permission({ ...place, path: each }, username);
      const { origin } = request;
      return [listingItem({ origin, systemId: system.id, path: each, name, node: item, permission })];
    }),
  );
}
