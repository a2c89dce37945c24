import type { Grant } from "./owner.ts";

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
