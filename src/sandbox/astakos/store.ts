import type { AstakosUser } from "../world/records.ts";

/** The users of Astakos. */
export interface AstakosStore {
  byUuid(uuid: string): AstakosUser | undefined;
  /** Compares without case, as the server does since 0.13. */
  byDisplayname(displayname: string): AstakosUser | undefined;
  all(): readonly AstakosUser[];
  put(user: AstakosUser): void;
  remove(uuid: string): void;
}

/** Makes the store. */
export function createAstakosStore(users: Iterable<AstakosUser>): AstakosStore {
  const records = new Map<string, AstakosUser>();
  const uuidByName = new Map<string, string>();

  function remove(uuid: string): void {
    const user = records.get(uuid);
    if (user === undefined) return;
    records.delete(uuid);
    const name = user.displayname.toLowerCase();
    if (uuidByName.get(name) === uuid) uuidByName.delete(name);
  }

  function put(user: AstakosUser): void {
    remove(user.uuid);
    records.set(user.uuid, user);
    uuidByName.set(user.displayname.toLowerCase(), user.uuid);
  }

  for (const user of users) put(user);

  return {
    byUuid: (uuid) => records.get(uuid),
    byDisplayname: (displayname) => records.get(uuidByName.get(displayname.toLowerCase()) ?? ""),
    all: () => [...records.values()].sort((left, right) => left.id - right.id),
    put,
    remove,
  };
}
