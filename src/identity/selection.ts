import type { Change } from "./plan.ts";

type Dependent = Pick<Change, "id" | "requires" | "ask">;

/** The changes of a plan that are left out until a person takes them in: those that the policy asks about, and what requires one of them. */
export function leftOutAtFirst(changes: readonly Dependent[]): ReadonlySet<string> {
  const asked = changes.filter(({ ask }) => ask).map(({ id }) => id);
  return tickedAnew(changes, new Set(), asked, false);
}

/**
 * The ids that are left out once some changes are ticked or unticked: ticking one ticks everything that it requires, unticking one
 * unticks everything that requires it, over any number of steps. Ids that the plan does not have are passed over.
 */
export function tickedAnew(
  changes: readonly Dependent[],
  leftOut: ReadonlySet<string>,
  ids: readonly string[],
  ticked: boolean,
): ReadonlySet<string> {
  const next = ticked ? requirementsOf(changes) : dependentsOf(changes);
  const anew = new Set(leftOut);
  for (const id of reachable(next, ids)) {
    if (ticked) anew.delete(id);
    else anew.add(id);
  }
  return anew;
}

/** The ids of changes by the id of a change that they require. */
export function dependentsOf(changes: readonly Dependent[]): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { id, requires } of changes)
    for (const required of requires) {
      const known = dependents.get(required);
      if (known) known.push(id);
      else dependents.set(required, [id]);
    }
  return dependents;
}

function requirementsOf(changes: readonly Dependent[]): ReadonlyMap<string, readonly string[]> {
  return new Map(changes.map(({ id, requires }) => [id, requires]));
}

function reachable(
  next: ReadonlyMap<string, readonly string[]>,
  ids: readonly string[],
): ReadonlySet<string> {
  const reached = new Set(ids);
  for (const id of reached) for (const following of next.get(id) ?? []) reached.add(following);
  return reached;
}
