import type { Compare } from "scim2-parse-filter";
import { nearest } from "./nearest.ts";

/** The operators of RFC 7644 table 3, each with what it says in words. */
export const operators = {
  eq: "equals",
  ne: "does not equal",
  co: "contains",
  sw: "starts with",
  ew: "ends with",
  pr: "has a value",
  gt: "is greater than",
  ge: "is greater than or equal to",
  lt: "is less than",
  le: "is less than or equal to",
} as const satisfies Record<Compare["op"] | "pr", string>;

export type Operator = keyof typeof operators;
export type Connective = "and" | "or";

/** The operators in the order of the RFC's table. */
export const operatorNames: readonly Operator[] = Object.keys(operators).filter(isOperator);

const operatorByWord: ReadonlyMap<string, Operator> = new Map(operatorNames.map((word) => [word, word]));

function isOperator(word: string): word is Operator {
  return Object.hasOwn(operators, word);
}

/** The operator that a word names, in any case. */
export function operatorOf(word: string): Operator | undefined {
  if (word.length !== 2) return undefined;
  return operatorByWord.get(word) ?? operatorByWord.get(word.toLowerCase());
}

/** The operator that a misspelt word or one of another language stands for. */
export function operatorMeant(word: string): Operator | undefined {
  return operatorOf(wordFor.get(word.toLowerCase()) ?? nearest(word, operatorNames) ?? "");
}

const connectiveByWord: ReadonlyMap<string, Connective> = new Map([
  ["and", "and"],
  ["or", "or"],
]);

/** The connective that a word names, in any case. */
export function connectiveOf(word: string): Connective | undefined {
  if (word.length !== 2 && word.length !== 3) return undefined;
  return connectiveByWord.get(word) ?? connectiveByWord.get(word.toLowerCase());
}

/** What people who know other languages write for the words of a filter. */
export const wordFor: ReadonlyMap<string, Operator | Connective> = new Map([
  ["=", "eq"],
  ["==", "eq"],
  ["===", "eq"],
  ["equals", "eq"],
  ["is", "eq"],
  ["!=", "ne"],
  ["!==", "ne"],
  ["<>", "ne"],
  ["neq", "ne"],
  [">", "gt"],
  [">=", "ge"],
  ["gte", "ge"],
  ["<", "lt"],
  ["<=", "le"],
  ["lte", "le"],
  ["contains", "co"],
  ["includes", "co"],
  ["startswith", "sw"],
  ["endswith", "ew"],
  ["present", "pr"],
  ["exists", "pr"],
  ["&", "and"],
  ["&&", "and"],
  ["|", "or"],
  ["||", "or"],
]);
