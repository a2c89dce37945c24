import { digestPlan, digestPolicy } from "../identity/make-plan.ts";
import { type Plan, planVersion } from "../identity/plan.ts";
import type { Policy } from "../identity/policy.ts";
import type { Journal, RecordedRun } from "../ledger/journal.ts";
import { RefusedPlan } from "./refused.ts";

/**
 * Lets a plan through only if it is the one that was reviewed, for this target and under this policy, not over a limit unless
 * that was allowed for this very plan, and not applied before. `allowOver`: id of the plan that may exceed limits. Throws RefusedPlan.
 */
export function admit(
  plan: Plan,
  target: { readonly connection: string; readonly baseUrl: string },
  policy: Policy,
  allowOver?: string,
): void {
  if (plan.version !== planVersion) {
    throw new RefusedPlan(
      "edited",
      `This plan has version ${plan.version}; this Rollcall applies version ${planVersion}. Plan again.`,
    );
  }
  if (digestPlan(plan) !== plan.id) {
    throw new RefusedPlan(
      "edited",
      "The plan was edited after it was made: its id does not fit its content. Plan again, and leave changes out with --without instead of editing.",
    );
  }
  if (plan.snapshot) {
    throw new RefusedPlan(
      "snapshot",
      `The plan was made from a snapshot of ${plan.snapshot.takenAt}, without asking any server. Nothing of it is applied. Plan again against the servers.`,
    );
  }
  requireTarget(plan, target);
  if (plan.policy !== digestPolicy(policy)) {
    throw new RefusedPlan(
      "otherPolicy",
      "The reconcile section of the configuration, or what its links file says, has changed since the plan was made. Plan again.",
    );
  }
  if (allowOver !== undefined && allowOver !== plan.id) {
    throw new RefusedPlan(
      "blocked",
      `The allowance is for plan ${allowOver.slice(0, 12)}, and this is plan ${plan.id.slice(0, 12)}. Nothing of it is applied. An allowance holds for one plan alone: review this one, and give its id.`,
    );
  }
  if (plan.blocked.length > 0 && allowOver === undefined) {
    const limits = plan.blocked.map((blocked) => blocked.why).join(" ");
    throw new RefusedPlan(
      "blocked",
      `The plan is blocked: ${limits} Nothing of it is applied. If this is meant, allow this plan alone by its id, or raise the limit in the configuration and plan again.`,
    );
  }
}

/** Refuses a plan that is for another target than the configuration's. Throws RefusedPlan. */
export function requireTarget(
  plan: Pick<Plan, "target">,
  target: { readonly connection: string; readonly baseUrl: string },
): void {
  if (plan.target.connection === target.connection && plan.target.url === target.baseUrl) return;
  throw new RefusedPlan(
    "otherTarget",
    `The plan is for ${plan.target.connection} at ${plan.target.url}, but the configuration's target is ${target.connection} at ${target.baseUrl}. Plan again.`,
  );
}

/**
 * Refuses a plan of which changes were applied before, and any plan while an interrupted run of the same policy and target is unsettled.
 * An interrupted run that cannot be resumed any more, because the policy has changed, is closed: the plan was made from what
 * it has left behind. Throws RefusedPlan.
 */
export function admitBesideRuns(plan: Plan, journal: Journal, now: Date): void {
  const runs = journal.runs();
  for (const run of runs.filter(({ state }) => state === "running")) {
    if (isSamePolicy(plan, journal.planOf(run.id)?.plan)) throw unfinished(run, "was interrupted");
    journal.end(run.id, "cancelled", now.toISOString());
  }
  const earlier = runs.find((run) => run.planId === plan.id && run.changes > 0);
  if (!earlier) return;
  if (earlier.state !== "done" && earlier === runs[0]) throw unfinished(earlier, `was ${earlier.state}`);
  throw appliedAlready(earlier);
}

/** The refusal of a plan that a run has applied before. */
export function appliedAlready({ id, startedAt, endedAt = startedAt }: RecordedRun): RefusedPlan {
  return new RefusedPlan(
    "applied",
    `This plan was applied already, by run ${id} (${endedAt}). Nothing of it is applied again. Plan again to see what is left.`,
  );
}

function isSamePolicy(plan: Plan, other: Plan | undefined): boolean {
  return other?.policy === plan.policy && other.target.url === plan.target.url;
}

/** The refusal to go on beside a run that is not finished. `what`: how it ended, in words. */
export function unfinished(run: RecordedRun, what: string): RefusedPlan {
  return new RefusedPlan("unfinished", `Run ${run.id} ${what} and is not finished. Resume it first.`);
}
