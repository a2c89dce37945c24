import type { Person } from "../person.ts";
import { type Pin, pairKey } from "../pin.ts";

/**
 * The pins of a person that leave in doubt who this is, because the other account was not found. An account of a source that an earlier
 * run has linked as it is pinned, and that is gone since, leaves no doubt: it has been there.
 */
export function doubts({ target, unmet, lost }: Person): readonly Pin[] {
  if (unmet.length === 0 || !target) return unmet;
  const gone = new Set(lost.map(pairKey));
  return unmet.filter((pin) => !gone.has(pairKey(pin)));
}
