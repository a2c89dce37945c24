import { canonicalJson, digestText } from "./digest.ts";
import type { Change } from "./plan.ts";

/** The id of a change: the digest of what it does, so that the same change has the same id in every plan. */
export function changeIdOf(change: Pick<Change, "action" | "target" | "set" | "grant">): string {
  const { action, target, set, grant } = change;
  return digestText(canonicalJson({ action, target, set, grant })).slice(0, 16);
}
