import { agreeing } from "./agreeing.ts";
import { comingAndGoing } from "./comingAndGoing.ts";
import { differing } from "./differing.ts";
import type { Kind } from "./kind.ts";
import { leftAlone } from "./leftAlone.ts";

const all = { ...agreeing, ...differing, ...comingAndGoing, ...leftAlone };

export type KindName = keyof typeof all;

/** Every kind of person there is in the world. */
export const kinds: Readonly<Record<KindName, Kind>> = all;

export const kindNames = Object.keys(all) as KindName[];

/** The kind that all people are of who are not needed for another one. */
const ordinary: KindName = "inStep";

/**
 * How many people are of each kind: the share of each, rounded down and at least one, and the rest in step.
 * `users` is at least the number of kinds.
 */
export function dealKinds(users: number): KindName[] {
  const dealt = kindNames
    .filter((name) => name !== ordinary)
    .flatMap((name) => Array<KindName>(Math.max(1, Math.floor(kinds[name].share * users))).fill(name));
  const rest = Array<KindName>(Math.max(1, users - dealt.length)).fill(ordinary);
  return [...rest, ...dealt];
}
