import { inOrderOfId } from "../order.ts";
import type { Policy } from "../policy.ts";
import type { World } from "../world.ts";
import { type CompiledPolicy, compilePolicy } from "./compiled-policy.ts";
import { type AgreementIndex, indexAgreements } from "./three-way.ts";

/** What a judgement rests on, kept for the plan and for explanations. */
export interface Context {
  readonly world: World;
  readonly policy: CompiledPolicy;
  /** Connections that were not read to their end. */
  readonly incomplete: ReadonlySet<string>;
  /** What was last agreed on. */
  readonly agreed: AgreementIndex;
}

/** Prepares the judging of a world. Throws FilterError where a filter of the policy cannot be evaluated. */
export function contextOf(world: World, policy: Policy): Context {
  const readings = [world.target, ...world.sources];
  return {
    world: inOrder(world),
    policy: compilePolicy(policy),
    incomplete: new Set(readings.filter((reading) => !reading.complete).map((reading) => reading.connection)),
    agreed: indexAgreements(world.agreed),
  };
}

function inOrder(world: World): World {
  const { target, sources, hidden } = world;
  return {
    ...world,
    target: { ...target, accounts: inOrderOfId(target.accounts) },
    sources: sources.map((source) => ({ ...source, accounts: inOrderOfId(source.accounts) })),
    hidden: inOrderOfId(hidden),
  };
}
