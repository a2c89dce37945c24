import type { SourceAttribute } from "../source-attribute.ts";
import type { FunctionName } from "./functions.ts";

/** What gives an attribute its value: an attribute of a source, a text, or a function of such. Plain data, so that policies have a digest. */
export type Expression = SourceAttribute | Text | NumberArgument | Call;

/** A text as it is. */
export interface Text {
  readonly text: string;
}

/** A whole number. It stands only where a function takes one. */
export interface NumberArgument {
  readonly number: number;
}

/** A function of the table with its arguments, of the kinds and the number that it takes. */
export interface Call {
  readonly call: FunctionName;
  readonly with: readonly Expression[];
}

/**
 * Whether a text of the configuration is an expression, and not the name of an attribute alone: it has a parenthesis or a double
 * quote, which no attribute's name has.
 */
export function isExpression(text: string): boolean {
  return /[("]/.test(text);
}

/** Every attribute that an expression refers to, in its order. */
export function attributesOf(expression: Expression): readonly SourceAttribute[] {
  if ("connection" in expression) return [expression];
  return "call" in expression ? expression.with.flatMap(attributesOf) : [];
}
