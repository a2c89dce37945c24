import type { Range } from "../../filter/error.ts";
import { readString, readWronglyQuoted } from "../../filter/string-literal.ts";
import { ExpressionError, type ExpressionErrorCode } from "./error.ts";

/** What a token is. A word is a run of characters that is none of the others: a function's name, an attribute, a number. */
export type TokenKind = "word" | "text" | "(" | ")" | "," | "end";

export interface Token extends Range {
  readonly kind: TokenKind;
  /** The word as it stands, or what a text in quotes means. */
  readonly text: string;
}

const blank = /\s/u;
const wrongQuotes = "'\u2018\u2019\u201c\u201d";

/** The tokens of an expression, the last of kind `end`. Adds to `errors` what is wrong with texts in quotes, and goes on. */
export function lex(text: string, errors: ExpressionError[]): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length) {
    while (blank.test(text.charAt(at))) at++;
    if (at === text.length) break;
    tokens.push(tokenAt(text, at, errors));
  }
  tokens.push({ kind: "end", text: "", start: text.length, end: text.length });
  return tokens;
}

function tokenAt(text: string, start: number, errors: ExpressionError[]): Token {
  const character = text.charAt(start);
  if (character === "(" || character === ")" || character === ",")
    return { kind: character, text: character, start, end: start + 1 };
  const read =
    character === '"' ? readString : wrongQuotes.includes(character) ? readWronglyQuoted : undefined;
  if (read) {
    const { value, end } = read(text, start, (error) => {
      const { code, message, range, fix } = error();
      errors.push(new ExpressionError(code as ExpressionErrorCode, message, range, fix));
    });
    return { kind: "text", text: value, start, end };
  }
  let end = start + 1;
  while (end < text.length && !/[\s(),"]/u.test(text.charAt(end))) end++;
  return { kind: "word", text: text.slice(start, end), start, end };
}
