import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { createPace } from "../pace.ts";
import type { Permission } from "../permissions.ts";
import { windowOf } from "../window.ts";
import { deletePlace } from "./delete.ts";
import { downloadFile } from "./download.ts";
import { listPlace } from "./listing.ts";
import { managePlace } from "./manage.ts";
import { clearFilePems, grantFilePem, listFilePems } from "./pems.ts";
import { createPlaces, type Place } from "./place.ts";
import { createFetchSource } from "./source.ts";
import { uploadTo } from "./upload.ts";

type PlaceHandler = (request: SandboxRequest, place: Place, username: string) => Reply | Promise<Reply>;

/** Milliseconds that a file needs for each stage of its way when nobody looks. */
const stageTime = 150;

/**
 * The operations on files: `media`, `listings`, `history` and `pems` of a path, each on the default system and on
 * a named one.
 */
export function fileRoutes(context: AgaveContext): Route[] {
  const { gate, bus, signal, files: store } = context;
  const places = createPlaces(context, store);
  const pace = createPace({ interval: stageTime, signal });
  const upload = { context, store, pace, fetchSource: createFetchSource(context, store) };

  const route = (
    method: string,
    operation: string,
    need: keyof Permission,
    handle: PlaceHandler,
    refused: (place: Place) => number = () => 403,
  ): Route => ({
    method,
    path: `/files/v2/${operation}/{path*}`,
    handle: gate.signedIn((request, username) => {
      pace.look();
      const place = places.of(request, username);
      if ("reply" in place) return place.reply;
      if (places.permission(place, username)[need]) return handle(request, place, username);
      const message = `User does not have permission to ${need} ${place.path} on ${place.system.id}`;
      return errorReply(request, refused(place), message);
    }),
  });

  const download: PlaceHandler = (request, { tree, path }) => downloadFile(request, tree, path);

  function history(request: SandboxRequest, { system, tree, path }: Place): Reply {
    const file = store.logical(system.id, path);
    if (file === undefined && tree.get(path) === undefined) {
      return errorReply(request, 404, `File/folder does not exist: ${path}`);
    }
    const events = windowOf(request, file?.history ?? [], { highest: Number.POSITIVE_INFINITY });
    return successReply(
      request,
      events.map((event) => ({ ...event, created: new Date(event.created).toISOString() })),
    );
  }

  const ofExisting =
    (handle: (request: SandboxRequest, place: Place) => Reply | Promise<Reply>): PlaceHandler =>
    (request, place) =>
      place.tree.get(place.path)
        ? handle(request, place)
        : errorReply(request, 404, `File/folder does not exist: ${place.path}`);

  return [
    route("GET", "media", "read", download),
    route("HEAD", "media", "read", download),
    route("POST", "media", "write", (request, place, username) => uploadTo(request, place, username, upload)),
    route("PUT", "media", "write", (request, place, username) =>
      managePlace(request, place, username, { store, bus }),
    ),
    route(
      "DELETE",
      "media",
      "write",
      (request, place, username) => deletePlace(request, place, username, { store, bus }),
      ({ system, path }) => (store.logical(system.id, path) ? 403 : 401),
    ),
    route("GET", "listings", "read", (request, place, username) =>
      listPlace(request, place, username, places),
    ),
    route("GET", "history", "read", history),
    route(
      "GET",
      "pems",
      "read",
      ofExisting((request, place) => listFilePems({ request, place, store })),
    ),
    route(
      "POST",
      "pems",
      "write",
      ofExisting((request, place) => grantFilePem({ request, place, store }, context)),
    ),
    route(
      "DELETE",
      "pems",
      "write",
      ofExisting((request, place) => clearFilePems({ request, place, store })),
    ),
  ];
}
