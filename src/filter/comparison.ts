import type { Compare } from "scim2-parse-filter";
import type { Attribute } from "./attributes.ts";
import { foldString } from "./fold.ts";
import { compareInstants, instantOf } from "./instant.ts";
import { compareCodePoints, containsFolded, endsFolded, equalsFolded, startsFolded } from "./strings.ts";

/** Whether one value, not a list and not null, compares with the literal of a filter. */
export type Comparison = (value: unknown) => boolean;

/** Every operator but `ne`, which is `eq` negated over all values of an attribute. */
export type ComparisonOperator = Exclude<Compare["op"], "ne">;

/**
 * The comparison with a literal that an expression makes of each value. Values of another JSON type do not match.
 * @param attribute What is known of the attribute: whether case matters, and whether its strings are dates.
 */
export function comparisonWith(
  op: ComparisonOperator,
  literal: string | number | boolean,
  attribute: Attribute | undefined,
): Comparison {
  if (typeof literal === "boolean") return op === "eq" ? (value) => value === literal : () => false;
  if (typeof literal === "number") return numberComparison(op, literal);
  if (attribute?.type === "dateTime") return dateTimeComparison(op, literal);
  return attribute?.caseExact
    ? stringComparison(exact[op], literal)
    : stringComparison(folded[op], foldString(literal));
}

type StringTest = (value: string, literal: string) => boolean;

const exact: Readonly<Record<ComparisonOperator, StringTest>> = {
  eq: (value, literal) => value === literal,
  co: (value, literal) => value.includes(literal),
  sw: (value, literal) => value.startsWith(literal),
  ew: (value, literal) => value.endsWith(literal),
  gt: (value, literal) => compareCodePoints(value, literal) > 0,
  ge: (value, literal) => compareCodePoints(value, literal) >= 0,
  lt: (value, literal) => compareCodePoints(value, literal) < 0,
  le: (value, literal) => compareCodePoints(value, literal) <= 0,
};

/** The same with a literal that is folded, and values that are not yet. */
const folded: Readonly<Record<ComparisonOperator, StringTest>> = {
  eq: equalsFolded,
  co: containsFolded,
  sw: startsFolded,
  ew: endsFolded,
  gt: (value, literal) => exact.gt(foldString(value), literal),
  ge: (value, literal) => exact.ge(foldString(value), literal),
  lt: (value, literal) => exact.lt(foldString(value), literal),
  le: (value, literal) => exact.le(foldString(value), literal),
};

function stringComparison(test: StringTest, literal: string): Comparison {
  return (value) => typeof value === "string" && test(value, literal);
}

/** What an operator asks of the sign of a difference; undefined for operators that are for strings only. */
const ofDifference: Readonly<Partial<Record<ComparisonOperator, (difference: number) => boolean>>> = {
  eq: (difference) => difference === 0,
  gt: (difference) => difference > 0,
  ge: (difference) => difference >= 0,
  lt: (difference) => difference < 0,
  le: (difference) => difference <= 0,
};

function numberComparison(op: ComparisonOperator, literal: number): Comparison {
  const holds = ofDifference[op];
  return (value) => typeof value === "number" && holds?.(value - literal) === true;
}

function dateTimeComparison(op: ComparisonOperator, literal: string): Comparison {
  const holds = ofDifference[op];
  const instant = instantOf(literal);
  return (value) => {
    const other = typeof value === "string" ? instantOf(value) : undefined;
    return instant !== undefined && other !== undefined && holds?.(compareInstants(other, instant)) === true;
  };
}
