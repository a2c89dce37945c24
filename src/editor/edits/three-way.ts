import { isDeepStrictEqual } from "node:util";

/** A JSON object by its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object that were changed, with their new values; `null` for those that were taken out. */
export function changedFields(before: Fields, after: Fields): Fields {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return Object.fromEntries(
    [...names].flatMap((name) =>
      isDeepStrictEqual(before[name], after[name]) ? [] : [[name, after[name] ?? null]],
    ),
  );
}

/** What comes of two changes to the same object. */
export interface Merge {
  /** What is left to write: my changes that the other side does not have. */
  readonly change: Fields;
  /** Fields that both sides changed, to different values. */
  readonly conflicts: readonly string[];
  /** Fields that the other side alone changed. */
  readonly theirs: readonly string[];
}

/** Compares what I made of an object with what somebody else made of it meanwhile. */
export function mergeChanges(base: Fields, mine: Fields, theirs: Fields): Merge {
  const my = changedFields(base, mine);
  const their = changedFields(base, theirs);
  const both = Object.keys(my).filter((name) => name in their);
  const same = both.filter((name) => isDeepStrictEqual(my[name], their[name]));
  return {
    change: Object.fromEntries(Object.entries(my).filter(([name]) => !same.includes(name))),
    conflicts: both.filter((name) => !same.includes(name)),
    theirs: Object.keys(their).filter((name) => !(name in my)),
  };
}

/** An object with a change applied. */
export function applied(fields: Fields, change: Fields): Fields {
  return Object.fromEntries(
    Object.entries({ ...fields, ...change }).filter(([name, value]) => value !== null || !(name in change)),
  );
}
