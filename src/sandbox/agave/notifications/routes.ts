import type { Reply, SandboxRequest } from "../../server/message.ts";
import type { Handler, Route } from "../../server/router.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { SearchError, type SearchFields, searchItems, sortItems } from "../search.ts";
import { windowOf } from "../window.ts";
import { readNotification } from "./read.ts";
import {
  type NotificationRecord,
  type NotificationRequest,
  notificationResource,
  notificationSummary,
} from "./record.ts";
import { addNotification } from "./several.ts";

const collection = "/notifications/v2";
const item = `${collection}/{uuid}`;

/** What notifications can be searched and sorted by. */
const fields: SearchFields<NotificationRecord> = {
  id: { type: "text", of: ({ id }) => id },
  uuid: { type: "text", of: ({ id }) => id },
  owner: { type: "text", of: ({ owner }) => owner },
  url: { type: "text", of: ({ url }) => url },
  event: { type: "text", of: ({ event }) => event },
  associateduuid: { type: "text", of: ({ associatedUuid }) => associatedUuid },
  status: { type: "text", of: ({ status }) => status },
  persistent: { type: "boolean", of: ({ persistent }) => persistent },
  created: { type: "date", of: ({ created }) => created },
  lastupdated: { type: "date", of: ({ lastUpdated }) => lastUpdated },
};

/** The operations on notifications. Everybody has their own; administrators see all. */
export function notificationRoutes(context: AgaveContext): Route[] {
  const { gate, clock, isAdmin, notifications: store } = context;

  function list(request: SandboxRequest, username: string): Reply {
    const own = store
      .all()
      .filter(({ owner, visible }) => visible && (owner === username || isAdmin(username)));
    const show = request.query.has("filter") ? notificationResource : notificationSummary;
    try {
      const found = sortItems(searchItems(own, request.query, fields), request.query, fields, "created");
      return successReply(
        request,
        windowOf(request, found, { unsigned: true }).map((notification) =>
          show(notification, request.origin),
        ),
      );
    } catch (error) {
      if (error instanceof SearchError) return errorReply(request, 400, error.message);
      throw error;
    }
  }

  /** What the body asks for, or the refusal. */
  async function readRequest(
    request: SandboxRequest,
    username: string,
  ): Promise<NotificationRequest | { readonly reply: Reply }> {
    const content = await readJsonContent(request);
    if ("fault" in content) return { reply: errorReply(request, 400, content.fault) };
    const read = readNotification(content.value);
    if ("fault" in read) return { reply: errorReply(request, 400, read.fault) };
    if (read.request.associatedUuid === "*" && !isAdmin(username)) {
      const message = "Only tenant administrators can subscribe to all resources.";
      return { reply: errorReply(request, 403, message) };
    }
    return read.request;
  }

  async function add(request: SandboxRequest, username: string): Promise<Reply> {
    const wanted = await readRequest(request, username);
    if ("reply" in wanted) return wanted.reply;
    const notification = addNotification(context, wanted, username);
    return successReply(request, notificationResource(notification, request.origin), 201);
  }

  async function update(
    request: SandboxRequest,
    before: NotificationRecord,
    username: string,
  ): Promise<Reply> {
    const wanted = await readRequest(request, username);
    if ("reply" in wanted) return wanted.reply;
    const { status, persistent } = before;
    if (status !== "ACTIVE" && (status === "INACTIVE" || !persistent)) {
      return errorReply(request, 412, "Notification has already fired. It cannot be changed: add a new one.");
    }
    const notification = { ...before, ...wanted, lastUpdated: clock() };
    store.put(notification);
    return successReply(request, notificationResource(notification, request.origin));
  }

  function remove(request: SandboxRequest, notification: NotificationRecord): Reply {
    store.put({ ...notification, visible: false, status: "INACTIVE", lastUpdated: clock() });
    return successReply(request, undefined);
  }

  const found = (
    handle: (
      request: SandboxRequest,
      notification: NotificationRecord,
      username: string,
    ) => Reply | Promise<Reply>,
  ): Handler =>
    gate.signedIn((request, username, { uuid = "" }) => {
      const notification = store.get(uuid);
      if (!notification?.visible) {
        return errorReply(request, 404, `No notification found matching ${uuid}`);
      }
      if (notification.owner !== username && !isAdmin(username)) {
        return errorReply(request, 403, "Permission denied. The notification belongs to somebody else.");
      }
      return handle(request, notification, username);
    });

  return [
    { method: "GET", path: collection, handle: gate.signedIn(list) },
    { method: "POST", path: collection, handle: gate.signedIn(add) },
    {
      method: "GET",
      path: item,
      handle: found((request, notification) =>
        successReply(request, notificationResource(notification, request.origin)),
      ),
    },
    { method: "POST", path: item, handle: found(update) },
    { method: "DELETE", path: item, handle: found(remove) },
  ];
}
