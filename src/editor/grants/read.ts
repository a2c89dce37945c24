import type { Permission } from "../../platforms/agave/answers/common.ts";
import type { SystemRole } from "../../platforms/agave/answers/systems.ts";
import type { Grant } from "./owner.ts";

const nothing = "NONE";

/** The grants in a list of permissions of Agave. */
export function permissionsIn(answer: unknown): readonly Grant[] {
  const grants = (answer as readonly Permission[]).map(({ username, permission }) => ({
    user: username,
    level: levelOf(permission),
  }));
  return ofSomething(grants);
}

/** The grants in the permissions of an actor, which are levels by user names. Those that were taken stay there as `NONE`. */
export function permissionsOfAbaco(answer: unknown): readonly Grant[] {
  const levels = Object.entries((answer ?? {}) as Readonly<Record<string, string>>);
  return ofSomething(levels.map(([user, level]) => ({ user, level })));
}

/** The grants in a list of roles on a system. */
export function rolesIn(answer: unknown): readonly Grant[] {
  return ofSomething(
    (answer as readonly SystemRole[]).map(({ username, role }) => ({ user: username, level: role })),
  );
}

/** The level that the flags of a permission come to. */
function levelOf({ read, write, execute }: Permission["permission"] = {}): string {
  const all = [read && "READ", write && "WRITE", execute && "EXECUTE"].filter(Boolean);
  return all.length === 3 ? "ALL" : all.join("_") || nothing;
}

function ofSomething(grants: readonly Grant[]): readonly Grant[] {
  return grants.filter(({ level }) => level !== nothing);
}

/**
 * The grants with the owner's marked, by user name. Where it is not known whose the thing is, it is the first of the list if it
 * allows the most: Agave lists the owner's before the others.
 */
export function ordered(
  grants: readonly Grant[],
  most: string | undefined,
  owner: string | undefined,
): readonly Grant[] {
  const [first] = grants;
  const whose = owner ?? (first?.level === most ? first?.user : undefined);
  return grants
    .map((grant): Grant => (grant.user === whose ? { ...grant, fixed: true } : grant))
    .toSorted(
      (one, other) =>
        Number(other.fixed ?? false) - Number(one.fixed ?? false) || one.user.localeCompare(other.user, "en"),
    );
}
