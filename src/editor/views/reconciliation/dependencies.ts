import type { Change } from "../../../identity/plan.ts";
import { dependentsOf } from "../../../identity/selection.ts";
import { actionWords, counted } from "./words.ts";

/** The changes of a plan by their ids, and the ids of those that require one. */
export interface Dependencies {
  readonly changes: ReadonlyMap<string, Change>;
  readonly dependents: ReadonlyMap<string, readonly string[]>;
}

/** What the changes of a plan have to do with each other. */
export function dependenciesOf(changes: readonly Change[]): Dependencies {
  return {
    changes: new Map(changes.map((change) => [change.id, change])),
    dependents: dependentsOf(changes),
  };
}

/** In a few words: that the policy asks, and what has to be done first. Empty for a change that stands alone. */
export function dependencyNote(change: Change, { changes }: Dependencies): string {
  const required = requiredBy(change, changes);
  const [first] = required;
  const needs =
    first === undefined || required.length > 1
      ? `needs ${counted(required.length, "other change")}`
      : `needs ${nameOf(first, change)}`;
  return [...(change.ask ? ["asks"] : []), ...(required.length > 0 ? [needs] : [])].join(" · ");
}

/** The same in sentences, with what follows a change. */
export function dependencyLines(change: Change, { changes, dependents }: Dependencies): readonly string[] {
  const required = requiredBy(change, changes).map((other) => nameOf(other));
  const following = dependents.get(change.id)?.length ?? 0;
  return [
    ...(change.ask ? ["The policy asks: it is left out until it is ticked."] : []),
    ...(required.length > 0
      ? [
          `Requires: ${required.join("; ")}. Ticking it ticks ${required.length === 1 ? "that" : "those"} too.`,
        ]
      : []),
    ...(following > 0
      ? [
          `${counted(following, "change")} cannot be without it: unticking it unticks ${following === 1 ? "that" : "those"} too.`,
        ]
      : []),
  ];
}

function requiredBy({ requires }: Change, changes: ReadonlyMap<string, Change>): readonly Change[] {
  return requires.flatMap((id) => changes.get(id) ?? []);
}

/** `Deactivate`, with the person where that is another one. */
function nameOf({ action, person }: Change, beside?: Change): string {
  const { title } = actionWords[action];
  return person === beside?.person ? title : `${title} ${person}`;
}
