import type { Compare, Filter } from "scim2-parse-filter";
import { type AttributeSchema, attributeCompared } from "./attributes.ts";
import { typeErrors } from "./check.ts";
import { type ComparisonOperator, comparisonWith } from "./comparison.ts";
import { isPresent, type Reach, reachOf } from "./reach.ts";
import { pathBelow } from "./walk.ts";

export interface CompileOptions {
  /** What is known of the attributes. Without it, only what RFC 7643 says of all resources. */
  readonly schema?: AttributeSchema | undefined;
}

/** Whether a resource, or an element of a multi-valued attribute, fulfils a filter. */
export type Predicate = (resource: unknown) => boolean;

/**
 * Makes a predicate of a filter, with the meaning of RFC 7644 section 3.4.2.2. What the RFC leaves open: `ne` is `not (… eq …)`; a
 * value met in a resource that is of another type than the filter compares with is neither equal nor ordered, and holds no text, so
 * it does not match; what can be seen before, by the literals and the schema, is an error here.
 * The predicate reads own properties only and never throws.
 * @throws {FilterError} The first of the filter's type errors (see `typeErrors` in check.ts).
 */
export function compileFilter(filter: Filter, options: CompileOptions = {}): Predicate {
  const [error] = typeErrors(filter, options.schema);
  if (error) throw error;
  return compile(filter, options.schema, undefined);
}

function compile(filter: Filter, schema: AttributeSchema | undefined, parent: string | undefined): Predicate {
  switch (filter.op) {
    case "and":
      return every(filter.filters.map((part) => compile(part, schema, parent)));
    case "or":
      return some(filter.filters.map((part) => compile(part, schema, parent)));
    case "not":
      return negation(compile(filter.filter, schema, parent));
    case "[]": {
      const path = pathBelow(parent, filter.attrPath);
      return reachOf(filter.attrPath, parent)(compile(filter.valFilter, schema, path));
    }
    case "pr":
      return reachOf(filter.attrPath, parent)(isPresent);
    case "ne":
      return negation(compileCompare("eq", filter, schema, parent));
    default:
      return compileCompare(filter.op, filter, schema, parent);
  }
}

function compileCompare(
  op: ComparisonOperator,
  { attrPath, compValue }: Compare,
  schema: AttributeSchema | undefined,
  parent: string | undefined,
): Predicate {
  if (compValue === null) return op === "eq" ? negation(reachOf(attrPath, parent)(always)) : never;
  const attribute = attributeCompared(schema, pathBelow(parent, attrPath));
  const compare = comparisonWith(op, compValue, attribute);
  const reachValue = reachOf("value", attrPath)(compare);
  const reach: Reach = reachOf(attrPath, parent, { primaryIsFalse: true });
  return reach((value) => (typeof value === "object" ? reachValue(value) : compare(value)));
}

function every(parts: readonly Predicate[]): Predicate {
  const [first = always, second = always] = parts;
  if (parts.length <= 2) return (resource) => first(resource) && second(resource);
  return (resource) => {
    for (const part of parts) {
      if (!part(resource)) return false;
    }
    return true;
  };
}

function some(parts: readonly Predicate[]): Predicate {
  const [first = never, second = never] = parts;
  if (parts.length <= 2) return (resource) => first(resource) || second(resource);
  return (resource) => {
    for (const part of parts) {
      if (part(resource)) return true;
    }
    return false;
  };
}

function negation(part: Predicate): Predicate {
  return (resource) => !part(resource);
}

function always(): boolean {
  return true;
}

function never(): boolean {
  return false;
}
