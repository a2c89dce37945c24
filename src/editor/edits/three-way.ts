import { isDeepStrictEqual } from "node:util";

/** A JSON object by its fields. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object that were changed, with their new values; `null` for those that were taken out. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(
    namesOf(before, after).flatMap((name) =>
      isDeepStrictEqual(own(before, name), own(after, name)) ? [] : [[name, own(after, name) ?? null]],
    ),
  );
}

/** What comes of two changes to the same object. Places in it are named by their path: `value.owner`. */
export interface Merge {
  /** The object with the changes of both sides; mine where they conflict. */
  readonly merged: Fields;
  /** What both sides changed, to different values. */
  readonly conflicts: readonly string[];
  /** What the other side alone changed. */
  readonly theirs: readonly string[];
}

/** Brings together what I made of an object and what somebody else made of it meanwhile. Lists are compared as a whole. */
export function mergeChanges(base: Fields, mine: Fields, theirs: Fields): Merge {
  const found: Found = { conflicts: [], theirs: [] };
  return { merged: mergeFields([], { base, mine, theirs }, found), ...found };
}

/** Whether a JSON value is an object. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface Found {
  readonly conflicts: string[];
  readonly theirs: string[];
}

interface Sides<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

function mergeFields(path: readonly string[], { base, mine, theirs }: Sides<Fields>, found: Found): Fields {
  const entries = namesOf(mine, theirs).map((name) => {
    const sides = { base: own(base, name), mine: own(mine, name), theirs: own(theirs, name) };
    return [name, mergeValues([...path, name], sides, found)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Undefined stands for a field that is not there. */
function mergeValues(path: readonly string[], sides: Sides<unknown>, found: Found): unknown {
  const { base, mine, theirs } = sides;
  if (isDeepStrictEqual(mine, theirs) || isDeepStrictEqual(base, theirs)) return mine;
  if (isDeepStrictEqual(base, mine)) {
    found.theirs.push(path.join("."));
    return theirs;
  }
  if (isFields(mine) && isFields(theirs))
    return mergeFields(path, { base: isFields(base) ? base : {}, mine, theirs }, found);
  found.conflicts.push(path.join("."));
  return mine;
}

function namesOf(...objects: readonly Fields[]): readonly string[] {
  return [...new Set(objects.flatMap(Object.keys))];
}

function own(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
