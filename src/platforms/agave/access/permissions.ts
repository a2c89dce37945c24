import type { Permission } from "../answers/common.ts";
import type { SystemRole } from "../answers/systems.ts";

/** What somebody may do with something, by the platform's own word. */
export interface UserPermission {
  readonly user: string;
  readonly level: string;
}

const nothing = "NONE";

/** Who may do what, in a list of permissions of Agave. */
export function permissionsIn(answer: unknown): readonly UserPermission[] {
  const grants = (answer as readonly Permission[]).map(({ username, permission }) => ({
    user: username,
    level: levelOf(permission),
  }));
  return ofSomething(grants);
}

/** Who may do what, in the permissions of an actor, which are levels by user names. Those that were taken stay there as `NONE`. */
export function permissionsOfAbaco(answer: unknown): readonly UserPermission[] {
  const levels = Object.entries((answer ?? {}) as Readonly<Record<string, string>>);
  return ofSomething(levels.map(([user, level]) => ({ user, level })));
}

/** Who has which role, in a list of roles on a system. */
export function rolesIn(answer: unknown): readonly UserPermission[] {
  return ofSomething(
    (answer as readonly SystemRole[]).map(({ username, role }) => ({ user: username, level: role })),
  );
}

/** The level that the flags of a permission come to. */
function levelOf({ read, write, execute }: Permission["permission"] = {}): string {
  const all = [read && "READ", write && "WRITE", execute && "EXECUTE"].filter(Boolean);
  return all.length === 3 ? "ALL" : all.join("_") || nothing;
}

function ofSomething(grants: readonly UserPermission[]): readonly UserPermission[] {
  return grants.filter(({ level }) => level !== nothing);
}
