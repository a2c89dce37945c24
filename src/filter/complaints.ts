import type { Filter } from "scim2-parse-filter";
import type { Cursor } from "./cursor.ts";
import type { Range } from "./error.ts";
import type { Token } from "./lex.ts";
import { operatorNames } from "./operators.ts";
import { printFilter } from "./print.ts";

/** Says of a word that filters do not have, such as `==`, what is written instead, if that is known. */
export function complainOfOtherWord(cursor: Cursor, token: Token, meant: string | undefined): void {
  const fix = meant && { title: `Write ${meant}`, range: token, text: meant };
  const message = meant
    ? `${token.text} is written ${meant}.`
    : `${token.text} is no operator: those are ${operatorNames.join(", ")}.`;
  cursor.complain("unknownOperator", token, message, { fix: fix || undefined });
}

/** Says how `!` is written, of what follows it without parentheses. */
export function complainOfExclamation(cursor: Cursor, mark: Token, filter: Filter | undefined): void {
  const range = { start: mark.start, end: cursor.lastEnd };
  const fix = filter && { title: "Write not (…)", range, text: `not (${printFilter(filter)})` };
  cursor.complain("unknownOperator", mark, "! is written not (…): not (title pr).", { fix });
}

export function complainOfMissingConnective(cursor: Cursor, token: Token): void {
  const fix = { title: "Insert and", range: { start: token.start, end: token.start }, text: "and " };
  cursor.complain("missingConnective", token, 'Before this belongs "and" or "or".', { fix });
}

/** Says of what comes after a complete expression that it does not belong there. */
export function complainOfLeftover(cursor: Cursor, token: Token): void {
  const isBracket = token.kind === ")" || token.kind === "]";
  const fix = { title: isBracket ? `Remove ${token.kind}` : "Remove this", range: token, text: "" };
  if (isBracket) {
    cursor.complain("unmatchedBracket", token, `There is nothing open that ${token.kind} could close.`, {
      fix,
    });
  } else {
    cursor.complain("unexpectedText", token, "This does not belong here: the expression is complete.", {
      fix,
    });
  }
}

/** Says that `emails[…].value eq "x"` is no filter of the RFC. `node` is what it means, `whole` where it stands. */
export function complainOfSubAttribute(
  cursor: Cursor,
  token: Token,
  node: Filter | undefined,
  whole: Range,
): void {
  const fix = node && { title: "Move it into the brackets", range: whole, text: printFilter(node) };
  const message =
    "Only Microsoft Entra writes a sub-attribute after the brackets: the condition belongs inside them.";
  cursor.complain("subAttributeAfterValuePath", token, message, { fix });
}
