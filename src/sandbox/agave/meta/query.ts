import { isObject } from "../../server/message.ts";

/** A query that the database would not take. The message is for whoever sent it. */
export class QueryError extends Error {
  override readonly name = "QueryError";
}

/** Whether the values that a name stands for satisfy the operand. A name that leads nowhere stands for no value. */
type Operator = (values: readonly unknown[], operand: unknown, options: unknown) => boolean;

const some =
  (test: (value: unknown, operand: unknown) => boolean): Operator =>
  (values, operand) =>
    values.some((value) => test(value, operand));

const ordered = (test: (order: number) => boolean): Operator =>
  some((value, operand) => {
    if (typeof value === "number" && typeof operand === "number") return test(value - operand);
    if (typeof value !== "string" || typeof operand !== "string") return false;
    return test(value < operand ? -1 : Number(value > operand));
  });

const equal: Operator = (values, operand) =>
  operand === null && values.length === 0 ? true : values.some((value) => same(value, operand));

const among: Operator = (values, operand) => {
  if (!Array.isArray(operand)) throw new QueryError("$in needs an array");
  return operand.some((wanted) => equal(values, wanted, undefined));
};

/** The operators of the query language of MongoDB that the service's users need. */
const operators: Readonly<Record<string, Operator>> = {
  $eq: equal,
  $ne: (values, operand) => !equal(values, operand, undefined),
  $in: among,
  $nin: (values, operand) => !among(values, operand, undefined),
  $gt: ordered((order) => order > 0),
  $gte: ordered((order) => order >= 0),
  $lt: ordered((order) => order < 0),
  $lte: ordered((order) => order <= 0),
  $exists: (values, operand) => values.length > 0 === Boolean(operand),
  $regex: (values, operand, options) => {
    const pattern = expression(String(operand), typeof options === "string" ? options : "");
    return values.some((value) => typeof value === "string" && pattern.test(value));
  },
  $options: () => true,
  $not: (values, operand) => !satisfies(values, operand),
};

const groups: Readonly<Record<string, (item: unknown, queries: readonly unknown[]) => boolean>> = {
  $and: (item, queries) => queries.every((query) => matches(item, query)),
  $or: (item, queries) => queries.some((query) => matches(item, query)),
  $nor: (item, queries) => !queries.some((query) => matches(item, query)),
};

/**
 * Whether an item satisfies a query of MongoDB: names (dotted, through lists as well) with values or operators, and
 * `$and`, `$or`, `$nor`. A text with `*` in it stands for a pattern, as the metadata service reads it.
 * Throws `QueryError` for what is no query, or is one with an operator that is not known.
 */
export function matches(item: unknown, query: unknown): boolean {
  if (!isObject(query)) throw new QueryError("a query is an object");
  return Object.entries(query).every(([name, condition]) => {
    if (!name.startsWith("$")) return satisfies(valuesAt(item, name.split(".")), condition);
    const group = groups[name];
    if (group === undefined) throw new QueryError(`unknown top level operator: ${name}`);
    if (!Array.isArray(condition)) throw new QueryError(`${name} needs an array`);
    return group(item, condition);
  });
}

function satisfies(values: readonly unknown[], condition: unknown): boolean {
  if (typeof condition === "string" && condition.includes("*")) {
    const pattern = expression(condition.replace(/\.?\*/g, ".*"), "");
    return values.some((value) => typeof value === "string" && pattern.test(value));
  }
  if (!isObject(condition) || !Object.keys(condition).some((name) => name.startsWith("$"))) {
    return equal(values, condition, undefined);
  }
  return Object.entries(condition).every(([name, operand]) => {
    const operator = operators[name];
    if (operator === undefined) throw new QueryError(`unknown operator: ${name}`);
    return operator(values, operand, condition.$options);
  });
}

function expression(pattern: string, options: string): RegExp {
  try {
    return new RegExp(pattern, options.replace(/[^ims]/g, ""));
  } catch {
    throw new QueryError(`the regular expression is not valid: ${pattern}`);
  }
}

function valuesAt(value: unknown, [head, ...tail]: readonly string[]): readonly unknown[] {
  if (head === undefined) return Array.isArray(value) ? [value, ...value] : [value];
  if (Array.isArray(value)) {
    const byIndex = /^\d+$/.test(head) && head in value ? valuesAt(value[Number(head)], tail) : [];
    return [...byIndex, ...value.flatMap((part) => (isObject(part) ? valuesAt(part, [head, ...tail]) : []))];
  }
  if (!isObject(value) || !Object.hasOwn(value, head)) return [];
  return valuesAt(value[head], tail);
}

function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  return JSON.stringify(left) === JSON.stringify(right);
}
