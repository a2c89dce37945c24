import type { Compare, Filter, Suffix, ValuePath } from "scim2-parse-filter";

/** An attribute named in a filter. */
export interface AttributeUse {
  readonly node: Compare | Suffix | ValuePath;
  /** Its path from the resource: `emails.type` for the `type` of `emails[type eq "work"]`. */
  readonly path: string;
}

/** Every attribute that a filter names, in the order of the filter. */
export function attributesIn(filter: Filter, parent?: string): readonly AttributeUse[] {
  switch (filter.op) {
    case "and":
    case "or":
      return filter.filters.flatMap((part) => attributesIn(part, parent));
    case "not":
      return attributesIn(filter.filter, parent);
    case "[]": {
      const path = pathBelow(parent, filter.attrPath);
      return [{ node: filter, path }, ...attributesIn(filter.valFilter, path)];
    }
    default:
      return [{ node: filter, path: pathBelow(parent, filter.attrPath) }];
  }
}

/** The path from the resource of an attribute that is named inside a value path. */
export function pathBelow(parent: string | undefined, path: string): string {
  return parent === undefined ? path : `${parent}.${path}`;
}
