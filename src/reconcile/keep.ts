import type { Directory } from "../identity/directory.ts";
import { keepableValues, keptValues, type ValueRef, valuesAmong } from "../identity/keepable.ts";
import type { Plan } from "../identity/plan.ts";
import type { World } from "../identity/world.ts";
import type { Memory } from "../ledger/memory.ts";
import { requireTarget } from "./admission.ts";
import { RefusedPlan } from "./refused.ts";

/** Where it is remembered that values are kept. */
export interface KeepPlace {
  readonly target: Pick<Directory, "connection" | "baseUrl">;
  readonly memory: Memory;
}

/** A plan, and what it was made from. */
export interface Planned {
  readonly plan: Plan;
  readonly world: World;
}

/**
 * Remembers that values of the target are kept although their sources say otherwise, as the plan has found both. Nothing is sent. Answers
 * what the plan was made from with what is known now. Throws RefusedPlan where the plan does not tell how things are.
 */
export function keepValues(place: KeepPlace, planned: Planned, values: readonly ValueRef[]): World {
  checkPlan(planned.plan, place);
  const { target, memory } = place;
  memory.agreements.note(target.connection, valuesAmong(keepableValues(planned.plan), values));
  return knownNow(place, planned);
}

/** Takes back that values are kept: nothing is known of them any more. Throws as `keepValues` does. */
export function releaseValues(place: KeepPlace, planned: Planned, values: readonly ValueRef[]): World {
  checkPlan(planned.plan, place);
  const { target, memory } = place;
  for (const { targetId, attribute } of valuesAmong(keptValues(planned.plan), values))
    memory.agreements.forget(target.connection, targetId, [attribute]);
  return knownNow(place, planned);
}

function knownNow({ target, memory }: KeepPlace, { world }: Planned): World {
  return { ...world, agreed: memory.agreements.of(target.connection) };
}

function checkPlan(plan: Plan, { target }: KeepPlace): void {
  if (plan.snapshot)
    throw new RefusedPlan(
      "snapshot",
      `The plan was made from a snapshot of ${plan.snapshot.takenAt}, and values are kept as they are now. Plan again against the servers.`,
    );
  requireTarget(plan, target);
}
