import type { Account } from "../../../identity/account.ts";
import type { ScimGroup } from "../../../platforms/scim/answers.ts";
import type { Host } from "../../host.ts";
import { type Opened, openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import type { NodeSubject, TreeNode } from "../../tree/node.ts";

/** A group that a user is in. */
export interface UserGroupSubject extends NodeSubject {
  readonly kind: "userGroup";
  readonly connection: string;
  readonly group: Group;
  /** The user below whom it is shown. */
  readonly user: Account;
}

/** A group as people know it. */
export interface Group {
  readonly id: string;
  readonly name: string;
}

/** The groups of a user, read when they are opened. */
export function groupsNode(host: Host, ownerId: string, user: Account): TreeNode {
  const { connection } = user;
  return sectionNode(ownerId, {
    name: "groups",
    label: "Groups",
    icon: { id: "organization" },
    noun: "userGroups",
    none: "In no group",
    async load(signal) {
      const groups = await groupsOf(await openConnection(host.sessions, connection), user, signal);
      return groups.map((group) => groupNode(ownerId, group, user));
    },
  });
}

function groupNode(ownerId: string, group: Group, user: Account): TreeNode {
  const subject: UserGroupSubject = { kind: "userGroup", connection: user.connection, group, user };
  return {
    id: `${ownerId}/groups/${group.id}`,
    label: group.name,
    description: group.name === group.id ? "" : group.id,
    icon: { id: "organization" },
    noun: "userGroup",
    spoken: "group",
    subject,
  };
}

/** The groups that a user is in: as the server's groups tell where it has operations for them, else as the user itself tells. */
async function groupsOf(opened: Opened, user: Account, signal: AbortSignal): Promise<readonly Group[]> {
  if (!hasGroups(opened)) return groupsIn((await opened.directory().get(user.id, { signal })) ?? user);
  const all = await allGroups(opened, signal);
  return all.filter(({ members }) => members?.some(({ value }) => value === user.id)).map(groupOf);
}

/** Whether a connection has operations on groups. */
export function hasGroups({ operations }: Opened): boolean {
  return operations.some(({ name }) => name === "find_groups");
}

/** Every group that one may see. */
export async function allGroups({ client }: Opened, signal?: AbortSignal): Promise<readonly ScimGroup[]> {
  const groups = new Map<string, ScimGroup>();
  for (;;) {
    const before = groups.size;
    const { resources, total } = (await client.callNamed(
      "find_groups",
      { startIndex: before + 1 },
      signal ? { signal } : {},
    )) as { readonly resources: readonly ScimGroup[]; readonly total?: number };
    for (const group of resources) groups.set(group.id, group);
    if (groups.size === before || groups.size >= (total ?? Number.POSITIVE_INFINITY))
      return [...groups.values()];
  }
}

/** A group as it is shown. */
export function groupOf({ id, displayName }: ScimGroup): Group {
  return { id, name: displayName || id };
}

/** The groups that a SCIM user says it belongs to (RFC 7643 section 4.1.2, `groups`). What cannot be read is left out. */
function groupsIn({ attributes }: Account): readonly Group[] {
  const groups: readonly unknown[] = Array.isArray(attributes.groups) ? attributes.groups : [];
  return groups.flatMap((group) => {
    if (typeof group !== "object" || group === null) return [];
    const { value, display } = group as { readonly value?: unknown; readonly display?: unknown };
    if (typeof value !== "string") return [];
    return { id: value, name: typeof display === "string" ? display : value };
  });
}
