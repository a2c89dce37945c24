import { emptyReply, type SandboxRequest } from "../server/message.ts";
import type { Route } from "../server/router.ts";
import { jsonBody } from "./body.ts";
import { parseGroupFilter } from "./filter.ts";
import type { GroupStore, OdmGroup } from "./groupStore.ts";
import { patchGroup, readNewGroup } from "./groupWrite.ts";
import { pageReply } from "./paging.ts";
import { groupSchema, ScimError, scimReply } from "./scim.ts";
import type { OdmStore } from "./store.ts";

/** Somebody who has signed in to ODM. */
export interface OdmCaller {
  /** The id of the ODM user. */
  readonly id: string;
  /** Whether the permissions "Manage organization" and "Manage groups" are there. */
  readonly manages: boolean;
}

interface GroupOptions {
  readonly groups: GroupStore;
  readonly users: OdmStore;
  callerOf(request: SandboxRequest): OdmCaller;
}

const collection = "/api/v1/scim/Groups";
const item = `${collection}/{id}`;

/** The five operations on groups. Everybody may create groups and see their own; administrators of a group may change it. */
export function groupRoutes({ groups, users, callerOf }: GroupOptions): Route[] {
  const canSee = (group: OdmGroup, { id, manages }: OdmCaller): boolean =>
    manages || group.members.includes(id);

  function find(id = ""): OdmGroup {
    if (!/^\d+$/.test(id)) {
      throw new ScimError(400, `The supplied group ID "${id}" is invalid.`, "invalidValue");
    }
    const group = groups.get(id);
    if (group === undefined) throw new ScimError(404, "There are no groups with the specified id.");
    return group;
  }

  function findToChange(request: SandboxRequest, groupId: string | undefined): OdmGroup {
    const group = find(groupId);
    const { id, manages } = callerOf(request);
    if (manages || group.admins.includes(id)) return group;
    throw new ScimError(
      403,
      'Operation is not permitted. The "Group admin" role in the group or the "Manage groups" permission is required.',
    );
  }

  return [
    {
      method: "GET",
      path: collection,
      handle(request) {
        const filter = request.query.get("filter");
        const name = filter === null ? undefined : parseGroupFilter(filter);
        const caller = callerOf(request);
        const found = groups
          .all()
          .filter((group) => canSee(group, caller) && (name === undefined || group.displayName === name));
        return pageReply(request, found, (group) => groupResource(group, request));
      },
    },
    {
      method: "POST",
      path: collection,
      handle(request) {
        const group = groups.create(readNewGroup(jsonBody(request)), callerOf(request).id);
        return scimReply(201, groupResource(group, request));
      },
    },
    {
      method: "GET",
      path: item,
      handle(request, { id }) {
        const group = find(id);
        if (!canSee(group, callerOf(request))) {
          throw new ScimError(404, "There are no available groups with the specified id.");
        }
        return scimReply(200, groupResource(group, request));
      },
    },
    {
      method: "PATCH",
      path: item,
      handle(request, { id }) {
        const group = findToChange(request, id);
        const draft = { ...group, externalId: group.externalId ?? null };
        groups.write(
          group,
          patchGroup(draft, jsonBody(request), (user) => users.get(user) !== undefined),
        );
        return emptyReply(204);
      },
    },
    {
      method: "DELETE",
      path: item,
      handle(request, { id }) {
        groups.remove(findToChange(request, id).id);
        return emptyReply(204);
      },
    },
  ];
}

function groupResource(group: OdmGroup, { query, origin }: SandboxRequest): unknown {
  const { id, externalId, displayName, members, created, lastModified } = group;
  const withMembers = query.get("excludedAttributes") !== "members";
  return {
    schemas: [groupSchema],
    id,
    externalId,
    displayName,
    ...(withMembers
      ? { members: members.map((value) => ({ value, $ref: `${origin}/api/v1/scim/Users/${value}` })) }
      : {}),
    meta: { resourceType: "Group", created, lastModified },
  };
}
