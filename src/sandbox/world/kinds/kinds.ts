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
 * The kinds of all people: each at least once and otherwise its share rounded down, and in step whoever is left.
 * `users` is at least the number of kinds.
 */
export function dealKinds(users: number): KindName[] {
  const more = kindNames.flatMap((name) =>
    Array<KindName>(Math.max(0, Math.floor(kinds[name].share * users) - 1)).fill(name),
  );
  const dealt = [...kindNames, ...more].slice(0, users);
  return [...dealt, ...Array<KindName>(users - dealt.length).fill(ordinary)];
}
