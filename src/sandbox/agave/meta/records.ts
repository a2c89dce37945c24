import { isObject, type Reply, type SandboxRequest } from "../../server/message.ts";
import type { Route } from "../../server/router.ts";
import { readJsonContent } from "../content.ts";
import type { AgaveContext } from "../context.ts";
import { errorReply, successReply } from "../envelope.ts";
import { uuidTypes } from "../ids.ts";
import { windowOf } from "../window.ts";
import type { MetaAccess } from "./access.ts";
import type { MetaKind } from "./kinds.ts";
import { selectRecords } from "./list.ts";
import { type MetaRecord, metaResource } from "./record.ts";
import type { MetaStore } from "./store.ts";

interface RecordOptions {
  readonly context: AgaveContext;
  readonly kind: MetaKind;
  readonly store: MetaStore;
  readonly schemas: MetaStore;
  readonly access: MetaAccess;
  readonly path: string;
}

/** The operations on the records of a kind: list and search, add, get, update, delete. */
export function recordRoutes({ context, kind, store, schemas, access, path }: RecordOptions): Route[] {
  const { gate, ids, clock, bus, isAdmin } = context;

  const show = (record: MetaRecord, { origin }: SandboxRequest): unknown => ({
    ...metaResource(record),
    _links: {
      self: { href: `${origin}${path}/${record.uuid}` },
      permissions: { href: `${origin}${path}/${record.uuid}/pems` },
      owner: { href: `${origin}/profiles/v2/${encodeURIComponent(record.owner)}` },
      associationIds: associationLinks(origin, record.content.associationIds),
    },
  });

  function list(request: SandboxRequest, username: string): Reply {
    const everything = isAdmin(username) && request.query.get("privileged") !== "false";
    const visible = store
      .all()
      .filter(
        (record) =>
          everything || record.owner === username || store.permissions.get(record.uuid, username).read,
      );
    const found = selectRecords(request, visible, kind);
    if ("fault" in found) return errorReply(request, 400, found.fault);
    return successReply(
      request,
      windowOf(request, found).map((record) => show(record, request)),
    );
  }

  /** Writes what the body describes over the record, or as a new one. */
  async function write(request: SandboxRequest, username: string, before?: MetaRecord): Promise<Reply> {
    const body = await readJsonContent(request, { urlEncoded: false });
    if ("fault" in body) return errorReply(request, 400, body.fault);
    const uuidInBody = isObject(body.value) && kind.type === "metadata" ? body.value.uuid : undefined;
    if (before !== undefined && typeof uuidInBody === "string" && uuidInBody !== before.uuid) {
      return errorReply(request, 400, "The uuid in the body does not match that in the URL.");
    }
    const read = kind.read(body.value, schemas);
    if ("fault" in read) return errorReply(request, read.status, read.fault);
    const now = clock();
    const record: MetaRecord = {
      uuid: before?.uuid ?? ids.next(kind.type),
      owner: before?.owner ?? username,
      content: read.content,
      created: before?.created ?? now,
      lastUpdated: now,
    };
    store.put(record);
    bus.publish(record.uuid, before ? "UPDATED" : "CREATED", show(record, request));
    return successReply(request, show(record, request), before ? 200 : 201);
  }

  const found = (
    need: "read" | "write",
    handle: (request: SandboxRequest, record: MetaRecord, username: string) => Reply | Promise<Reply>,
  ): Route["handle"] =>
    gate.signedIn((request, username, { uuid = "" }) => {
      const result = access.find(request, username, uuid, need);
      return "reply" in result ? result.reply : handle(request, result.record, username);
    });

  return [
    { method: "GET", path, handle: gate.signedIn(list) },
    { method: "POST", path, handle: gate.signedIn((request, username) => write(request, username)) },
    {
      method: "GET",
      path: `${path}/{uuid}`,
      handle: found("read", (request, record) => successReply(request, show(record, request))),
    },
    {
      method: "POST",
      path: `${path}/{uuid}`,
      handle: found("write", (request, record, username) => write(request, username, record)),
    },
    {
      method: "DELETE",
      path: `${path}/{uuid}`,
      handle: found("write", (request, record) => {
        store.remove(record.uuid);
        bus.publish(record.uuid, "DELETED", show(record, request));
        return successReply(request, undefined);
      }),
    },
  ];
}

/** Where the resources are that a uuid can name, by the code at its end. */
const pathsByType: Readonly<Record<string, string>> = {
  [uuidTypes.app]: "apps/v2",
  [uuidTypes.system]: "systems/v2",
  [uuidTypes.job]: "jobs/v2",
  [uuidTypes.notification]: "notifications/v2",
  [uuidTypes.metadata]: "meta/v2/data",
  [uuidTypes.schema]: "meta/v2/schemas",
};

function associationLinks(origin: string, associationIds: unknown): readonly unknown[] {
  return (Array.isArray(associationIds) ? associationIds : []).flatMap((uuid) => {
    const path = pathsByType[String(uuid).slice(-3)];
    return path === undefined ? [] : [{ rel: uuid, href: `${origin}/${path}/${uuid}` }];
  });
}
