import type { Change } from "../identity/plan.ts";
import { changeActions } from "../identity/situation.ts";

/**
 * The changes in batches that are applied one after the other: by action as in `changeActions`, none before those that it
 * requires, and never two to one account. Changes that require each other in a circle come last.
 */
export function inBatches(changes: readonly Change[]): readonly (readonly Change[])[] {
  const batches: (readonly Change[])[] = [];
  const waiting = new Set(changes.map(({ id }) => id));
  let left = changes;
  while (left.length > 0) {
    const ready = left.filter(({ requires }) => requires.every((id) => !waiting.has(id)));
    const action = changeActions.find((each) => ready.some((change) => change.action === each));
    const batch =
      action === undefined ? left : onePerAccount(ready.filter((change) => change.action === action));
    for (const { id } of batch) waiting.delete(id);
    left = left.filter(({ id }) => waiting.has(id));
    batches.push(batch);
  }
  return batches;
}

/** The first change to each account; permissions are apart from each other. */
function onePerAccount(changes: readonly Change[]): readonly Change[] {
  const taken = new Set<string>();
  return changes.filter(({ target, grant }) => {
    if (target.id === null || grant) return true;
    const key = JSON.stringify([target.connection, target.id]);
    return !taken.has(key) && taken.add(key);
  });
}
