import type { Change } from "../../identity/plan.ts";

/** Changes that are alike: the same action in the same situation on the same attributes. */
export interface ChangeKind {
  readonly action: Change["action"];
  readonly situation: Change["situation"];
  readonly attributes: readonly string[];
  readonly changes: readonly Change[];
}

/** The kinds of change in a plan, in the order of the plan. */
export function changeKinds(changes: readonly Change[]): readonly ChangeKind[] {
  const kinds = new Map<string, ChangeKind & { readonly changes: Change[] }>();
  for (const change of changes) {
    const attributes = Object.keys(change.set).sort();
    const key = [change.action, change.situation, ...attributes].join(" ");
    const kind = kinds.get(key);
    if (kind) kind.changes.push(change);
    else
      kinds.set(key, { action: change.action, situation: change.situation, attributes, changes: [change] });
  }
  return [...kinds.values()];
}
