import { canonicalJson, digestText } from "./digest.ts";
import type { Change } from "./plan.ts";

/** The id of a change: the digest of what it does, so that the same change has the same id in every plan. */
export function changeIdOf(change: Pick<Change, "action" | "target" | "set" | "grant">): string {
  const { action, target, grant } = change;
  const set = Object.fromEntries(
    Object.entries(change.set).map(([attribute, { from, to }]) => [attribute, { from, to }]),
  );
  return digestText(canonicalJson({ action, target, set, grant })).slice(0, 16);
}
