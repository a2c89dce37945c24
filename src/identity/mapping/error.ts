import type { FilterErrorCode, Fix, Range } from "../../filter/error.ts";

/** What is wrong with an expression, from a closed list. Strings have the errors that they have in filters. */
export type ExpressionErrorCode =
  | Extract<FilterErrorCode, "unterminatedString" | "badEscape" | "controlCharacter" | "wrongQuotes">
  | "empty"
  | "tooLong"
  | "tooDeep"
  | "unexpectedText"
  | "missingArgument"
  | "missingComma"
  | "unclosedCall"
  | "unknownWord"
  | "unknownFunction"
  | "argumentCount"
  | "argumentKind"
  | "unknownConnection"
  | "unknownAttribute";

/** What is wrong with an expression, where in its text, and where there is one, the way to put it right. */
export class ExpressionError extends Error {
  override readonly name = "ExpressionError";
  readonly code: ExpressionErrorCode;
  /** UTF-16 offsets, the end exclusive. */
  readonly range: Range;
  readonly fix?: Fix;

  constructor(code: ExpressionErrorCode, message: string, { start, end }: Range, fix?: Fix) {
    super(message);
    this.code = code;
    this.range = { start, end };
    if (fix) this.fix = fix;
  }
}
