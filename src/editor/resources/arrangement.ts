import type { NodeIcon, TreeNode } from "../tree/node.ts";
import type { Resource, ResourceKind } from "./resource.ts";

/** An order that a list can be shown in. `around`: what the kind knows around the list. */
export interface ResourceSort<Data = unknown, Around = unknown> {
  readonly id: string;
  /** `Name`, `Newest first`. */
  readonly label: string;
  /** Orders what has been read. Absent where the server sorts: the list is read again, and `ListRequest.sort` names the order. */
  compare?(one: Data, other: Data, around: Around): number;
}

/** A way to put a list into groups. `around`: what the kind knows around the list. */
export interface ResourceGrouping<Data = unknown, Around = unknown> {
  readonly id: string;
  readonly label: string;
  of(data: Data, around: Around): ResourceGroup;
  /** The order within a group, where no other was chosen. */
  compare?(one: Data, other: Data): number;
}

/** A group that a resource is in. */
export interface ResourceGroup {
  readonly id: string;
  readonly label: string;
  readonly icon?: NodeIcon;
}

/** How a person has chosen to see a view, by ids; what is not chosen is as the platform gives it. */
export interface Arrangement {
  readonly sort?: string;
  readonly grouping?: string;
}

/** What has been read in the order that was chosen. */
export function sorted(
  kind: ResourceKind,
  { sort }: Arrangement,
  resources: readonly Resource[],
  around: unknown,
): readonly Resource[] {
  const chosen = kind.sorts.find(({ id }) => id === sort);
  if (chosen?.compare === undefined) return resources;
  return resources.toSorted((one, other) => chosen.compare?.(one.data, other.data, around) ?? 0);
}

/** The items of a list below those of their groups, where a grouping was chosen. Items of the groups are made when they are opened. */
export async function grouped(
  kind: ResourceKind,
  { grouping, sort }: Arrangement,
  ownerId: string,
  resources: readonly Resource[],
  around: unknown,
  nodesOf: (resources: readonly Resource[]) => Promise<readonly TreeNode[]>,
): Promise<readonly TreeNode[]> {
  const chosen = kind.groupings.find(({ id }) => id === grouping);
  if (chosen === undefined) return nodesOf(resources);
  const byId = Map.groupBy(resources, ({ data }) => chosen.of(data, around).id);
  const groups = [...byId.values()].map((members) => ({
    group: chosen.of(members[0]?.data, around),
    members,
  }));
  const ordered = groups.toSorted((one, other) => one.group.label.localeCompare(other.group.label, "en"));
  return Promise.all(
    ordered.map(async ({ group, members }) => {
      const nodes = await nodesOf(sort === undefined ? inOrder(members, chosen) : members);
      return {
        id: `${ownerId}/group/${chosen.id}/${group.id}`,
        label: group.label,
        description: members.length.toLocaleString("en"),
        icon: group.icon ?? { id: "list-tree" },
        noun: "group",
        spoken: "group",
        expanded: true,
        children: () => nodes,
      };
    }),
  );
}

function inOrder(members: readonly Resource[], { compare }: ResourceGrouping): readonly Resource[] {
  return compare === undefined ? members : members.toSorted((one, other) => compare(one.data, other.data));
}

/** What stands beside a connection of how its list is shown: `by name`. */
export function arrangementNotes(kind: ResourceKind, { sort, grouping }: Arrangement): readonly string[] {
  const order = kind.sorts.find(({ id }) => id === sort);
  const groups = kind.groupings.find(({ id }) => id === grouping);
  return [
    ...(order === undefined ? [] : [`by ${order.label.toLowerCase()}`]),
    ...(groups === undefined ? [] : [`in groups by ${groups.label.toLowerCase()}`]),
  ];
}
