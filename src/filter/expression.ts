import type { Compare, Suffix } from "scim2-parse-filter";
import { complainOfOtherWord } from "./complaints.ts";
import type { Cursor } from "./cursor.ts";
import type { Token, TokenRole } from "./lex.ts";
import { type LiteralValue, literalError, literalOf } from "./literal.ts";
import {
  type Connective,
  connectiveOf,
  type Operator,
  operatorMeant,
  operatorOf,
  wordFor,
} from "./operators.ts";

/**
 * Reads what follows an attribute: its operator and, but after `pr`, its value. Complains where they are missing or wrong, and passes
 * over what can only have been meant as one of them.
 * @param attribute The attribute's token, which has been taken.
 * @param path The attribute's path; undefined where that has been complained of, and then so is the result.
 */
export function readComparison(
  cursor: Cursor,
  attribute: Token,
  path: string | undefined,
): Compare | Suffix | undefined {
  const operator = cursor.next;
  const op = readOperator(cursor, attribute);
  if (op === undefined) return undefined;
  if (op === "pr") {
    if (path === undefined) return undefined;
    return cursor.placed({ op, attrPath: path }, attribute.start, { path: attribute, operator });
  }
  const value = cursor.next;
  const compValue = readValue(cursor, operator);
  if (path === undefined || compValue === undefined) return undefined;
  return cursor.placed({ op, attrPath: path, compValue }, attribute.start, {
    path: attribute,
    operator,
    value,
  });
}

/** The connective that comes next, or is meant by what comes next, such as `&&`. */
export function nextConnective({ next }: Cursor): Connective | undefined {
  if (next.kind === "word") return connectiveOf(next.text);
  return next.kind === "symbol" ? connectiveOf(wordFor.get(next.text) ?? "") : undefined;
}

function readOperator(cursor: Cursor, attribute: Token): Operator | undefined {
  const token = cursor.next;
  const op = token.kind === "word" ? operatorOf(token.text) : undefined;
  if (op) {
    cursor.take("operator");
    return op;
  }
  if (isWord(token) && !nextConnective(cursor)) {
    cursor.take("invalid");
    const meant = operatorMeant(token.text);
    complainOfOtherWord(cursor, token, meant);
    if (meant) return meant;
  } else {
    const message = "After an attribute comes an operator, such as eq or pr.";
    cursor.complain("missingOperator", attribute, message);
  }
  if (isLiteral(cursor.next)) readValue(cursor, token);
  return undefined;
}

function readValue(cursor: Cursor, operator: Token): LiteralValue | undefined {
  const token = cursor.next;
  if (token.kind !== "string" && (!isWord(token) || nextConnective(cursor))) {
    const message = `After ${operator.text} comes a value: a "string", a number, true, false or null.`;
    cursor.complain("missingValue", operator, message);
    return undefined;
  }
  cursor.take("invalid");
  const value = literalOf(token);
  if (value === undefined) cursor.complainWith(() => literalError(token), token);
  else token.role = roleOf(value);
  return value;
}

function isWord({ kind }: Token): boolean {
  return kind === "word" || kind === "symbol";
}

function isLiteral(token: Token): boolean {
  return token.kind === "string" || (token.kind === "word" && literalOf(token) !== undefined);
}

function roleOf(value: LiteralValue): TokenRole {
  if (typeof value === "string") return "string";
  return typeof value === "number" ? "number" : "constant";
}
