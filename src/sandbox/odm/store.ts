import type { OdmUser } from "../world/records.ts";
import type { UserQuery } from "./filter.ts";
import { ScimError } from "./scim.ts";

/** What a write says of a user. An `externalId` of null clears it. */
export interface UserWrite {
  readonly userName?: string;
  readonly displayName?: string;
  readonly externalId?: string | null;
  readonly active?: boolean;
}

/** What a user is created with. */
export interface NewUser extends UserWrite {
  readonly displayName: string;
  readonly active: boolean;
  readonly email: string;
}

/** The users of ODM, hidden ones included. */
export interface OdmStore {
  get(id: string): OdmUser | undefined;
  /** The active users that a query finds, by id. */
  active(query?: UserQuery): readonly OdmUser[];
  all(): readonly OdmUser[];
  /** Creates the user, or updates the one with the same login, whether hidden or not. Throws `ScimError` 409. */
  upsert(user: NewUser): OdmUser;
  /** Changes a user. Throws `ScimError` 409 where another one has the user name. */
  write(user: OdmUser, write: UserWrite): OdmUser;
  /** Takes a user over as it is. */
  load(user: OdmUser): void;
}

const fold = (userName: string): string => userName.toLowerCase();

const byId = (left: OdmUser, right: OdmUser): number => Number(left.id) - Number(right.id);

/** Makes the store. New users get ids above `lastId`. */
export function createOdmStore(users: Iterable<OdmUser>, lastId: number): OdmStore {
  const records = new Map<string, OdmUser>();
  const idByEmail = new Map<string, string>();
  const idByUserName = new Map<string, string>();
  let highestId = lastId;
  let activeUsers: readonly OdmUser[] | undefined;

  function load(user: OdmUser): void {
    const previous = records.get(user.id);
    if (previous) idByUserName.delete(fold(previous.userName));
    records.set(user.id, user);
    idByEmail.set(user.email, user.id);
    idByUserName.set(fold(user.userName), user.id);
    activeUsers = undefined;
  }

  function save(user: OdmUser): OdmUser {
    const owner = idByUserName.get(fold(user.userName));
    if (owner !== undefined && owner !== user.id) {
      throw new ScimError(409, `Another user has the userName "${user.userName}".`, "uniqueness");
    }
    load(user);
    return user;
  }

  function write(user: OdmUser, { externalId, ...rest }: UserWrite): OdmUser {
    const { externalId: present, ...others } = user;
    const wanted = externalId === undefined ? present : externalId;
    return save({
      ...others,
      ...rest,
      ...(typeof wanted === "string" ? { externalId: wanted } : {}),
      lastModified: timestamp(),
    });
  }

  const byLogin = (email: string): OdmUser | undefined => records.get(idByEmail.get(email) ?? "");

  function candidates({ email, userName }: UserQuery): readonly OdmUser[] {
    if (email === undefined && userName === undefined) {
      activeUsers ??= [...records.values()].filter(({ active }) => active).sort(byId);
      return activeUsers;
    }
    const user =
      email !== undefined ? byLogin(email) : records.get(idByUserName.get(fold(userName ?? "")) ?? "");
    return user?.active && (userName === undefined || user.userName === userName) ? [user] : [];
  }

  for (const user of users) load(user);

  return {
    get: (id) => records.get(id),
    active: (query = {}) => (query.nothing ? [] : candidates(query)),
    all: () => [...records.values()].sort(byId),
    upsert({ email, ...rest }) {
      const present = byLogin(email);
      if (present) return write(present, rest);
      const id = String(highestId + 1);
      const created = timestamp();
      const { externalId, userName = email, displayName, active } = rest;
      const user = save({
        id,
        userName,
        displayName,
        ...(typeof externalId === "string" ? { externalId } : {}),
        email,
        active,
        created,
        lastModified: created,
      });
      highestId += 1;
      return user;
    },
    write,
    load,
  };
}

function timestamp(): string {
  return new Date().toISOString();
}
