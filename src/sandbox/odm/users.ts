import { emptyReply } from "../server/message.ts";
import type { Route } from "../server/router.ts";
import type { OdmUser } from "../world/records.ts";
import { jsonBody } from "./body.ts";
import { readNewUser } from "./create.ts";
import { parseUserFilter } from "./filter.ts";
import { pageReply } from "./paging.ts";
import { readPatch } from "./patch.ts";
import { ScimError, scimReply, userResource } from "./scim.ts";
import type { OdmStore } from "./store.ts";

const collection = "/api/v1/scim/Users";

/** The five operations on users: the list and single users show active ones only, the others reach hidden ones too. */
export function userRoutes(store: OdmStore): Route[] {
  return [
    {
      method: "GET",
      path: collection,
      handle(request) {
        const filter = request.query.get("filter");
        const users = filter === null ? store.active() : store.active(parseUserFilter(filter));
        return pageReply(request, users, userResource);
      },
    },
    {
      method: "POST",
      path: collection,
      handle: (request) => scimReply(201, userResource(store.upsert(readNewUser(jsonBody(request))))),
    },
    {
      method: "GET",
      path: `${collection}/{id}`,
      handle(_request, { id }) {
        const user = find(store, id);
        if (!user.active) throw new ScimError(404, "There are no available users with the specified id.");
        return scimReply(200, userResource(user));
      },
    },
    {
      method: "PATCH",
      path: `${collection}/{id}`,
      handle(request, { id }) {
        const user = find(store, id);
        const write = readPatch(jsonBody(request));
        const changed = Object.keys(write).length > 0 ? store.write(user, write) : user;
        return scimReply(200, userResource(changed));
      },
    },
    {
      method: "DELETE",
      path: `${collection}/{id}`,
      handle(_request, { id }) {
        store.write(find(store, id), { active: false });
        return emptyReply(204);
      },
    },
  ];
}

/** Throws `ScimError` 400 where ODM has no such ids, 404 where it has no such user. */
function find(store: OdmStore, id = ""): OdmUser {
  if (!/^\d+$/.test(id)) throw new ScimError(400, `The supplied user ID "${id}" is invalid.`, "invalidValue");
  const user = store.get(id);
  if (user === undefined) throw new ScimError(404, "There are no users with the specified id.");
  return user;
}
