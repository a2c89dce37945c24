import type { AttributeValue } from "./account.ts";
import type { Change, Origin, Plan } from "./plan.ts";

/** Names an attribute of an account of the target. */
export interface ValueRef {
  readonly targetId: string;
  readonly attribute: string;
}

/** A value of the target that differs from what its source gives. */
export interface DifferingValue extends ValueRef {
  readonly person: string;
  /** What the target has. */
  readonly value: AttributeValue;
  /** What the source gives. */
  readonly source: AttributeValue;
  /** Absent where it is not known which side has moved. */
  readonly origin?: Origin;
}

/** The values that a plan would change or leaves as drifted: those that a person may choose to keep. */
export function keepableValues(plan: Plan): readonly DifferingValue[] {
  return [
    ...plan.changes.flatMap((change) => keepableIn(plan, change)),
    ...plan.drifts
      .filter(({ origin }) => origin !== undefined)
      .map(({ target, policy: _policy, agreed: _agreed, why: _why, ...drift }) => ({
        ...drift,
        targetId: target.id,
      })),
  ];
}

/** The values among them that one change would set. There are none in a plan that takes a run back: it knows of no source. */
export function keepableIn(
  { target, undoes }: Pick<Plan, "target" | "undoes">,
  { action, person, set, target: { connection, id } }: Change,
): readonly DifferingValue[] {
  if (undoes !== undefined || action !== "update" || id === null || connection !== target.connection)
    return [];
  return Object.entries(set).map(([attribute, { from, to, origin }]) => ({
    person,
    targetId: id,
    attribute,
    value: from,
    source: to,
    ...(origin && { origin }),
  }));
}

/** The values that a person has chosen to keep, and of which neither side has moved since. */
export function keptValues({ drifts }: Pick<Plan, "drifts">): readonly DifferingValue[] {
  return drifts
    .filter(({ origin }) => origin === undefined)
    .map(({ person, target, attribute, value, source }) => ({
      person,
      targetId: target.id,
      attribute,
      value,
      source,
    }));
}

/** Those of some values that are named. */
export function valuesAmong<Value extends ValueRef>(
  values: readonly Value[],
  named: readonly ValueRef[],
): readonly Value[] {
  const wanted = new Set(named.map(keyOf));
  return values.filter((value) => wanted.has(keyOf(value)));
}

function keyOf({ targetId, attribute }: ValueRef): string {
  return JSON.stringify([targetId, attribute]);
}
