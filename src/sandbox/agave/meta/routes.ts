import type { Route } from "../../server/router.ts";
import type { AgaveContext } from "../context.ts";
import { pemRoutes } from "../pems.ts";
import { createMetaAccess } from "./access.ts";
import { metaKinds } from "./kinds.ts";
import { recordRoutes } from "./records.ts";
import { createMetaStore } from "./store.ts";

/** The operations on metadata, on schemas for it, and on the permissions of both. */
export function metaRoutes(context: AgaveContext): Route[] {
  const stores = { data: createMetaStore(), schemas: createMetaStore() };
  return metaKinds.flatMap((kind) => {
    const store = stores[kind.segment];
    const access = createMetaAccess({ kind, store, isAdmin: context.isAdmin });
    const path = `/meta/v2/${kind.segment}`;
    return [
      ...recordRoutes({ context, kind, store, schemas: stores.schemas, access, path }),
      ...pemRoutes({
        context,
        path: `${path}/{uuid}`,
        permissions: store.permissions,
        paged: kind.pagesPermissions,
        find(request, username, { uuid = "" }, need) {
          const found = access.find(request, username, uuid, need);
          return "reply" in found
            ? found.reply
            : { uuid, owner: found.record.owner, path: `${path}/${uuid}` };
        },
      }),
    ];
  });
}
