import type { Change, Plan } from "../identity/plan.ts";

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
