import type { Compare, Filter } from "scim2-parse-filter";
import { type AttributeSchema, type AttributeType, attributeCompared } from "./attributes.ts";
import { FilterError, type FilterErrorCode } from "./error.ts";
import { instantOf } from "./instant.ts";
import { type Operator, operatorNames } from "./operators.ts";
import { rangesOf } from "./ranges.ts";
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
 * compared with a text that is none, and a complex attribute compared as a whole. In the order of the filter.
 */
export function typeErrors(filter: Filter, schema?: AttributeSchema): readonly FilterError[] {
  return attributesIn(filter).flatMap(({ node, path }) => {
    const error = node.op === "[]" || node.op === "pr" ? undefined : typeError(node, path, schema);
    return error ? [error] : [];
  });
}

function typeError(
  node: Compare,
  path: string,
  schema: AttributeSchema | undefined,
): FilterError | undefined {
  const { op, compValue } = node;
  const type = attributeCompared(schema, path)?.type;
  if (substringOperators.has(op)) {
    if (typeof compValue !== "string")
      return notForType(node, `${op} looks for a "string", not for ${compValue}.`);
    if (type && withoutSubstrings.has(type)) {
      return notForType(node, `${op} is for strings, and ${path} is of type ${type}.`);
    }
  }
  if (orderingOperators.has(op)) {
    if (typeof compValue === "boolean") {
      return notForType(node, `${op} needs a number, a "string" or a date: ${compValue} has no order.`);
    }
    if (type && withoutOrder.has(type)) {
      return notForType(node, `${op} is for values with an order, and ${path} is of type ${type}.`);
    }
  }
  if (compValue === null) return undefined;
  if (type === "complex") return wholeCompared(node, path, schema);
  if (type === "dateTime" && typeof compValue === "string" && !instantOf(compValue))
    return notADate(node, compValue);
  return undefined;
}

function notForType(node: Compare, message: string): FilterError {
  return errorAt(node, "operator", "operatorNotForType", message);
}

function wholeCompared(node: Compare, path: string, schema: AttributeSchema | undefined): FilterError {
  const example = attributeCompared(schema, path)?.subAttributes?.[0]?.name ?? "value";
  const message = `${path} has parts: compare one of them, such as ${path}.${example}.`;
  return errorAt(node, "path", "complexAttribute", message);
}

function notADate(node: Compare, text: string): FilterError {
  const message = `${text} is no dateTime: one is written 2011-05-13T04:42:34Z.`;
  const range = rangesOf(node)?.value;
  const completed = [`${text}T00:00:00Z`, `${text}Z`, `${text}:00Z`].find((candidate) =>
    instantOf(candidate),
  );
  if (!range || completed === undefined) return errorAt(node, "value", "badDateTime", message);
  const fix = { title: `Write ${completed}`, range, text: JSON.stringify(completed) };
  return new FilterError("badDateTime", message, range, fix);
}

function errorAt(
  node: Compare,
  part: "path" | "operator" | "value",
  code: FilterErrorCode,
  message: string,
): FilterError {
  return new FilterError(code, message, rangesOf(node)?.[part] ?? { start: 0, end: 0 });
}
