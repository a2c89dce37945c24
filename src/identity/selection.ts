import type { Change, Plan } from "./plan.ts";

type Dependent = Pick<Change, "id" | "requires" | "ask">;

/** What a reviewer has decided about the changes of a plan, by their ids. */
export interface Selection {
  /** Changes that were taken out. */
  readonly without?: ReadonlySet<string>;
  /** Changes that were taken in among those that the policy leaves to a person. */
  readonly take?: ReadonlySet<string>;
}

/** The changes that a run of a plan leaves out: those that were taken out, and those left to a person that nobody took in. */
export function leftOutOf(plan: Plan, { without, take }: Selection): ReadonlySet<string> {
  return new Set(
    plan.changes.flatMap(({ id, ask }) => (without?.has(id) || (ask && !take?.has(id)) ? [id] : [])),
  );
}

/** The changes that a run of a plan applies, in the order of the plan. */
export function changesToApply(plan: Plan, leftOut: ReadonlySet<string>): readonly Change[] {
  return plan.changes.filter(({ id }) => !leftOut.has(id));
}

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
