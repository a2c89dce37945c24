import { printSourceAttribute } from "../source-attribute.ts";
import type { Expression } from "./expression.ts";

/** The text of an expression, with one blank behind each comma. Parsing it gives the same expression again. */
export function printExpression(expression: Expression): string {
  if ("connection" in expression) return printSourceAttribute(expression);
  if ("text" in expression) return JSON.stringify(expression.text);
  if ("number" in expression) return String(expression.number);
  return `${expression.call}(${expression.with.map(printExpression).join(", ")})`;
}
