import type { SandboxRequest } from "../server/message.ts";
import type { Route } from "../server/router.ts";
import type { OdmUser } from "../world/records.ts";
import { parseGroupFilter } from "./filter.ts";
import { pageReply } from "./paging.ts";
import { groupSchema, ScimError, scimReply } from "./scim.ts";

/** A group of ODM, with the ids of its members. */
export interface OdmGroup {
  readonly id: string;
  readonly displayName: string;
  readonly members: readonly string[];
}

const collection = "/api/v1/scim/Groups";
const createdAt = "2021-01-04T08:00:00Z";

/** The group's name, and that every how-many-th user belongs to it. */
const samples = [
  { displayName: "Organization admins", every: 67 },
  { displayName: "Data curators", every: 11 },
  { displayName: "Genomics laboratory", every: 5 },
  { displayName: "Προσωπικό ~okeanos", every: 23 },
];

/** Makes the sample groups out of the users. */
export function createGroups(users: readonly OdmUser[]): OdmGroup[] {
  return samples.map(({ displayName, every }, index) => ({
    id: String(index + 1),
    displayName,
    members: users.filter((_, position) => position % every === 0).map(({ id }) => id),
  }));
}

/** The two operations on groups that read. */
export function groupRoutes(groups: readonly OdmGroup[]): Route[] {
  return [
    {
      method: "GET",
      path: collection,
      handle(request) {
        const filter = request.query.get("filter");
        const name = filter === null ? undefined : parseGroupFilter(filter);
        const found = groups.filter(({ displayName }) => name === undefined || displayName === name);
        return pageReply(request, found, (group) => groupResource(group, request));
      },
    },
    {
      method: "GET",
      path: `${collection}/{id}`,
      handle(request, { id = "" }) {
        if (!/^\d+$/.test(id)) {
          throw new ScimError(400, `The supplied group ID "${id}" is invalid.`, "invalidValue");
        }
        const group = groups.find((candidate) => candidate.id === id);
        if (group === undefined) throw new ScimError(404, "There are no groups with the specified id.");
        return scimReply(200, groupResource(group, request));
      },
    },
  ];
}

function groupResource({ id, displayName, members }: OdmGroup, { query, origin }: SandboxRequest): unknown {
  const withMembers = query.get("excludedAttributes") !== "members";
  return {
    schemas: [groupSchema],
    id,
    displayName,
    ...(withMembers
      ? { members: members.map((value) => ({ value, $ref: `${origin}/api/v1/scim/Users/${value}` })) }
      : {}),
    meta: { resourceType: "Group", created: createdAt, lastModified: createdAt },
  };
}
