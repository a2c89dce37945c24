import type { Change, Plan } from "../identity/plan.ts";
import { alreadySo } from "./carry-out.ts";

/** How a change of this run has ended, in the journal's words. */
export interface Ended {
  readonly event: string;
  readonly why?: string;
}

/** Why a change cannot be made: `final` where no resume of the run can change that. */
export interface Unmet {
  readonly why: string;
  readonly final: boolean;
}

/** The first of the changes that a change requires and that has not landed; undefined where all have. */
export function unmetRequirement(
  change: Change,
  plan: Plan,
  leftOut: ReadonlySet<string>,
  endedOf: (id: string) => Ended | undefined,
): Unmet | undefined {
  for (const id of change.requires) {
    const required = plan.changes.find((each) => each.id === id);
    const unmet = (what: string, final: boolean): Unmet => ({
      why: `It needs “${required ? `${required.action} ${required.person}` : id}”, which ${what}.`,
      final,
    });
    if (!required) return unmet("is not in the plan", true);
    if (leftOut.has(id)) return unmet("was left out", true);
    const ended = endedOf(id);
    if (ended?.event === "failed") return unmet("failed", false);
    if (ended?.event === "skipped" && ended.why !== alreadySo) return unmet("was skipped", true);
    if (ended?.event !== "succeeded" && ended?.event !== "skipped") return unmet("was not reached", false);
  }
  return undefined;
}
