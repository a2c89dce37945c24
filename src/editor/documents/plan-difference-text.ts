import type { PlanDifference } from "../../identity/compare-plans.ts";
import type { Blocked, Change, Plan } from "../../identity/plan.ts";
import { actionWords, valueChangeText } from "../views/reconciliation/words.ts";

/** What a plan changes that an earlier one did not, and the reverse. */
export function planDifferenceText(
  earlier: Plan,
  later: Plan,
  { added, gone, kept }: PlanDifference,
): string {
  return [
    `Tried on what plan ${earlier.id.slice(0, 12)} was made from. Nothing was read, and nothing is changed.`,
    "",
    `${later.changes.length} changes: ${added.length} added, ${gone.length} gone, ${kept} as before.`,
    ...later.blocked.map(({ why }: Blocked) => `Blocked: ${why}`),
    ...section("Added", "+", added),
    ...section("Gone", "-", gone),
    "",
  ].join("\n");
}

function section(title: string, mark: string, changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  return ["", title, ...changes.flatMap((change) => changeLines(mark, change))];
}

function changeLines(mark: string, { action, person, set, why }: Change): readonly string[] {
  return [
    `${mark} ${actionWords[action].title} ${person}`,
    ...Object.entries(set).map(([attribute, value]) => `    ${attribute}: ${valueChangeText(value)}`),
    `    ${why}`,
  ];
}
