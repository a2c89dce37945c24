import { ExpressionError } from "../identity/mapping/error.ts";
import type { Expression } from "../identity/mapping/expression.ts";
import { parseExpression } from "../identity/mapping/parse.ts";
import { TextArgumentError } from "./text-argument.ts";

/**
 * Parses an expression that was given on the command line.
 * @throws {TextArgumentError} Where the text is none.
 */
export function readExpressionArgument(text: string): Expression {
  try {
    return parseExpression(text);
  } catch (error) {
    throw error instanceof ExpressionError ? new TextArgumentError("expression", text, error) : error;
  }
}
