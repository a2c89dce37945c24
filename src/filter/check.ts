import type { Compare, Filter } from "scim2-parse-filter";
import { type Attribute, type AttributeSchema, type AttributeType, attributeCompared } from "./attributes.ts";
import { FilterError, type FilterErrorCode } from "./error.ts";
import { instantOf } from "./instant.ts";
import { type Operator, operatorNames } from "./operators.ts";
import { expressionRanges } from "./parse.ts";
import { attributesIn } from "./walk.ts";

const substringOperators: ReadonlySet<string> = new Set(["co", "sw", "ew"]);
const orderingOperators: ReadonlySet<string> = new Set(["gt", "ge", "lt", "le"]);
const withoutSubstrings: ReadonlySet<AttributeType> = new Set([
  "boolean",
  "decimal",
  "integer",
  "dateTime",
  "binary",
]);
const withoutOrder: ReadonlySet<AttributeType> = new Set(["boolean", "binary"]);

/** The operators that values of a type can be asked with (RFC 7644 table 3); all, where the type is not known. */
export function operatorsFor(type: AttributeType | undefined): readonly Operator[] {
  return operatorNames.filter((op) => {
    if (!type) return true;
    if (type === "complex") return op === "pr" || op === "eq" || op === "ne";
    return (
      !(substringOperators.has(op) && withoutSubstrings.has(type)) &&
      !(orderingOperators.has(op) && withoutOrder.has(type))
    );
  });
}

/**
 * What a filter asks of attributes that cannot be asked (RFC 7644 table 3), as far as its literals and what is known of the
 * attributes tell: `co`, `sw`, `ew` on anything but strings, `gt`, `ge`, `lt`, `le` on booleans and binary values, a dateTime
 * compared with a text that is none, and a complex attribute compared as a whole. In the order of the filter; with ranges where it
 * came from text.
 */
export function typeErrors(filter: Filter, schema?: AttributeSchema): readonly FilterError[] {
  const problems = attributesIn(filter).flatMap(({ node, path }, index) => {
    const problem = node.op === "[]" || node.op === "pr" ? undefined : problemOf(node, path, schema);
    return problem ? [{ ...problem, index }] : [];
  });
  if (problems.length === 0) return [];
  const ranges = expressionRanges(filter);
  return problems.map(({ code, message, part, better, index }) => {
    const range = ranges[index]?.[part];
    const fix = range && better !== undefined ? { title: `Write ${better}`, range, text: better } : undefined;
    return new FilterError(code, message, range ?? { start: 0, end: 0 }, fix);
  });
}

interface Problem {
  readonly code: FilterErrorCode;
  readonly message: string;
  /** The part of the expression that is wrong. */
  readonly part: "path" | "operator" | "value";
  /** What that part could be instead. */
  readonly better?: string | undefined;
}

function problemOf(
  { op, compValue }: Compare,
  path: string,
  schema: AttributeSchema | undefined,
): Problem | undefined {
  const attribute = attributeCompared(schema, path);
  const type = attribute?.type;
  if (substringOperators.has(op)) {
    if (typeof compValue !== "string") return notForType(`${op} looks for a "string", not for ${compValue}.`);
    if (type && withoutSubstrings.has(type))
      return notForType(`${op} is for strings, and ${path} is of type ${type}.`);
  }
  if (orderingOperators.has(op)) {
    if (typeof compValue === "boolean")
      return notForType(`${op} needs a number, a "string" or a date: ${compValue} has no order.`);
    if (type && withoutOrder.has(type))
      return notForType(`${op} is for values with an order, and ${path} is of type ${type}.`);
  }
  if (compValue === null) return undefined;
  if (attribute?.type === "complex") return wholeCompared(path, attribute);
  return type === "dateTime" && typeof compValue === "string" ? notADateTime(compValue) : undefined;
}

function notForType(message: string): Problem {
  return { code: "operatorNotForType", part: "operator", message };
}

function wholeCompared(path: string, { subAttributes = [] }: Attribute): Problem {
  const better = `${path}.${subAttributes[0]?.name ?? "value"}`;
  const message = `${path} has parts: compare one of them, such as ${better}.`;
  return { code: "complexAttribute", part: "path", message };
}

function notADateTime(text: string): Problem | undefined {
  if (instantOf(text)) return undefined;
  const completed = ["T00:00:00Z", "Z", ":00Z"]
    .map((rest) => text + rest)
    .find((candidate) => instantOf(candidate));
  return {
    code: "badDateTime",
    part: "value",
    message: `${text} is no dateTime: one is written 2011-05-13T04:42:34Z.`,
    better: completed && JSON.stringify(completed),
  };
}
