import type { ResourceModel } from "./model.ts";

const marks = new WeakMap<ResourceModel, Map<string, Date>>();

/**
 * The connections of which a view shows only what was known last, with the time since when: what is not finished there was followed,
 * and could not be read.
 */
export function outdatedIn(model: ResourceModel): Map<string, Date> {
  const known = marks.get(model) ?? new Map<string, Date>();
  marks.set(model, known);
  return known;
}
