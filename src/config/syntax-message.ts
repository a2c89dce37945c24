import { type ParseErrorCode, printParseErrorCode } from "jsonc-parser";

/** Plain words for jsonc-parser's codes. */
const syntaxMessages: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is no JSON value. Strings go in double quotes: "like this".',
  InvalidNumberFormat: "This is no number.",
  PropertyNameExpected: "A property name in double quotes is expected here.",
  ValueExpected: "A value is expected here.",
  ColonExpected: "A colon is expected here.",
  CommaExpected: "A comma is expected here.",
  CloseBraceExpected: 'A closing "}" is expected here.',
  CloseBracketExpected: 'A closing "]" is expected here.',
  EndOfFileExpected: "The text should end here.",
  UnexpectedEndOfComment: "This comment is not closed.",
  UnexpectedEndOfString: "This string is not closed.",
  InvalidUnicode: "This is no Unicode escape: write \\u and four hexadecimal digits.",
  InvalidEscapeCharacter: "This escape is not known. A backslash itself is written \\\\.",
  InvalidCharacter: "This character must be escaped in a string.",
};

/** What is wrong with a JSON text, as a sentence. */
export function syntaxMessage(code: ParseErrorCode): string {
  return syntaxMessages[printParseErrorCode(code)] ?? "This is not JSON.";
}
