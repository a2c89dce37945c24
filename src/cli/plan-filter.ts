import type { Change, Plan } from "../identity/plan.ts";
import { compilePlanFilter } from "../identity/plan-resource.ts";
import { tickedAnew } from "../identity/selection.ts";
import { readFilterArgument } from "./filter-argument.ts";

/**
 * Makes of a filter over a plan's changes the test of whether it lets one through; of none, the one that lets all through.
 * @throws {TextArgumentError} Where it cannot be used.
 */
export function readPlanFilter(text: string | undefined): (change: Change) => boolean {
  return text === undefined ? () => true : readFilterArgument(text, compilePlanFilter);
}

/** The ids of the changes that are left out where only some are wanted: the others, and what requires one of them. */
export function othersThan(
  { changes }: Plan,
  isWanted: (change: Change) => boolean,
  without: ReadonlySet<string>,
): ReadonlySet<string> {
  const others = changes.filter((change) => !isWanted(change)).map(({ id }) => id);
  return tickedAnew(changes, without, [...without, ...others], false);
}
