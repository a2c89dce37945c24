import { nearest } from "../filter/nearest.ts";

/** What to do about an unknown word: `Did you mean "x"?`, or the list of the words there are. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean "${near}"?`;
  return candidates.length === 0 ? "There is none here." : `Known here: ${candidates.join(", ")}.`;
}
