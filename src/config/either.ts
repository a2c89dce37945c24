import * as v from "valibot";

/** A union whose value says by itself which option it is meant to be, so that only problems of that one are told. */
export function either<const One extends v.GenericSchema, const Other extends v.GenericSchema>(
  isOne: (value: unknown) => boolean,
  one: One,
  other: Other,
): v.UnionSchema<[One, Other], undefined> {
  const union = v.union([one, other]);
  return {
    ...union,
    "~run": (dataset, config) =>
      (isOne(dataset.value) ? one : other)["~run"](dataset, config) as ReturnType<(typeof union)["~run"]>,
  };
}
