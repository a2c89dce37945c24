import type { OdmUser } from "../world/records.ts";

/** A group of ODM. Times are ISO 8601 in UTC. */
export interface OdmGroup {
  readonly id: string;
  readonly displayName: string;
  readonly externalId?: string;
  /** The ids of its users, its administrators included. */
  readonly members: readonly string[];
  /** The ids of those who may change it. */
  readonly admins: readonly string[];
  readonly created: string;
  readonly lastModified: string;
}

/** What a write says of a group. An `externalId` of null clears it. */
export interface GroupWrite {
  readonly displayName: string;
  readonly externalId: string | null;
  readonly members: readonly string[];
}

/** The groups of ODM. */
export interface GroupStore {
  get(id: string): OdmGroup | undefined;
  all(): readonly OdmGroup[];
  /** Makes a group that has its creator as its only member and administrator. */
  create(group: Pick<GroupWrite, "displayName" | "externalId">, creator: string): OdmGroup;
  write(group: OdmGroup, write: GroupWrite): void;
  remove(id: string): void;
}

const createdAt = "2021-01-04T08:00:00Z";

/** The group's name, and that every how-many-th user belongs to it. */
const samples = [
  { displayName: "Organization admins", every: 67 },
  { displayName: "Data curators", every: 11 },
  { displayName: "Genomics laboratory", every: 5 },
  { displayName: "Προσωπικό ~okeanos", every: 23 },
];

/** Makes the store, with sample groups out of the users. */
export function createGroupStore(users: readonly OdmUser[]): GroupStore {
  const groups = new Map<string, OdmGroup>();
  let highestId = samples.length;
  for (const [index, { displayName, every }] of samples.entries()) {
    const members = users.filter((_, position) => position % every === 0).map(({ id }) => id);
    const id = String(index + 1);
    const times = { created: createdAt, lastModified: createdAt };
    groups.set(id, { id, displayName, members, admins: members.slice(0, 1), ...times });
  }

  const now = (): string => new Date().toISOString();

  return {
    get: (id) => groups.get(id),
    all: () => [...groups.values()],
    create({ displayName, externalId }, creator) {
      highestId += 1;
      const group: OdmGroup = {
        id: String(highestId),
        displayName,
        ...(externalId === null ? {} : { externalId }),
        members: [creator],
        admins: [creator],
        created: now(),
        lastModified: now(),
      };
      groups.set(group.id, group);
      return group;
    },
    write({ externalId: _before, ...group }, { externalId, displayName, members }) {
      const admins = group.admins.filter((id) => members.includes(id));
      groups.set(group.id, {
        ...group,
        displayName,
        ...(externalId === null ? {} : { externalId }),
        members,
        admins,
        lastModified: now(),
      });
    },
    remove: (id) => void groups.delete(id),
  };
}
