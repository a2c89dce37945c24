import type { Change, Plan } from "./plan.ts";

/** What one plan changes and another does not. */
export interface PlanDifference {
  /** Changes that only the later plan makes. */
  readonly added: readonly Change[];
  /** Changes that only the earlier plan makes. */
  readonly gone: readonly Change[];
  /** How many both make. */
  readonly kept: number;
}

/** Compares the changes of two plans. The same change has the same id in every plan. */
export function comparePlans(earlier: Pick<Plan, "changes">, later: Pick<Plan, "changes">): PlanDifference {
  const [before, after] = [idsOf(earlier), idsOf(later)];
  const added = later.changes.filter(({ id }) => !before.has(id));
  return {
    added,
    gone: earlier.changes.filter(({ id }) => !after.has(id)),
    kept: later.changes.length - added.length,
  };
}

function idsOf({ changes }: Pick<Plan, "changes">): ReadonlySet<string> {
  return new Set(changes.map(({ id }) => id));
}
