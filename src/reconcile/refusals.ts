import type { Plan } from "../identity/plan.ts";
import type { Policy } from "../identity/policy.ts";
import type { Journal } from "../ledger/journal.ts";
import { admit, appliedAlready } from "./admission.ts";
import { RefusedPlan } from "./refused.ts";

/**
 * Why a plan would not be applied as things stand: what is wrong with the plan itself, the first thing of it, and that it was applied
 * before. Empty where it would be. Nothing is read from a platform, and nothing is remembered.
 */
export function refusalsOf(
  plan: Plan,
  target: { readonly connection: string; readonly baseUrl: string },
  policy: Policy,
  journal: Journal,
): readonly RefusedPlan[] {
  const applied = journal
    .runs()
    .find((run) => run.planId === plan.id && run.state === "done" && run.changes > 0);
  return [...refusalOf(() => admit(plan, target, policy)), ...(applied ? [appliedAlready(applied)] : [])];
}

function refusalOf(admission: () => void): readonly RefusedPlan[] {
  try {
    admission();
    return [];
  } catch (error) {
    if (error instanceof RefusedPlan) return [error];
    throw error;
  }
}
