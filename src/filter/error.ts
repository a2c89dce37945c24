import stringWidth from "string-width";

/** A stretch of the filter text: UTF-16 offsets, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A replacement that makes the text right: put `text` where `range` is. */
export interface Fix {
  /** What the fix does, as the label of a button: `Write true`. */
  readonly title: string;
  readonly range: Range;
  readonly text: string;
}

/** What is wrong, from a closed list. The first group is about the text, the second about the attributes it names. */
export type FilterErrorCode =
  | "empty"
  | "tooLong"
  | "tooDeep"
  | "unterminatedString"
  | "badEscape"
  | "controlCharacter"
  | "wrongQuotes"
  | "missingSpace"
  | "badAttributePath"
  | "missingAttribute"
  | "missingOperator"
  | "unknownOperator"
  | "missingValue"
  | "unquotedValue"
  | "literalCase"
  | "badNumber"
  | "missingOperand"
  | "missingConnective"
  | "notNeedsParentheses"
  | "emptyGroup"
  | "unclosedBracket"
  | "unmatchedBracket"
  | "emptyValuePath"
  | "nestedValuePath"
  | "subAttributeAfterValuePath"
  | "unexpectedText"
  | "unprintable"
  | "unknownAttribute"
  | "operatorNotForType"
  | "complexAttribute"
  | "badDateTime";

/** The one error that the filter engine throws: what is wrong, where, and where there is one, the way to put it right. */
export class FilterError extends Error {
  override readonly name = "FilterError";
  readonly code: FilterErrorCode;
  readonly range: Range;
  readonly fix?: Fix;

  constructor(code: FilterErrorCode, message: string, range: Range, fix?: Fix) {
    super(message);
    this.code = code;
    this.range = { start: range.start, end: range.end };
    if (fix)
      this.fix = { title: fix.title, range: { start: fix.range.start, end: fix.range.end }, text: fix.text };
  }
}

/**
 * The line of a text that holds an error, and below it carets under the place. A range over several lines is marked on
 * its first. Tabs stay, wide and combining characters count as a terminal shows them, control characters become pictures.
 */
export function caretUnder(text: string, { range }: { readonly range: Range }): string {
  const start = Math.min(range.start, text.length);
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, lineEnd).replace(/\r$/, "");
  const before = visible(text.slice(lineStart, start));
  const marked = visible(text.slice(start, Math.min(range.end, lineStart + line.length)));
  const indent = before.replace(/[^\t]+/g, (run) => " ".repeat(stringWidth(run)));
  return `${visible(line)}\n${indent}${"^".repeat(Math.max(1, stringWidth(marked.replaceAll("\t", " "))))}`;
}

const pictureOfNul = 0x2400;
const pictureOfDelete = "\u2421";

/** Terminal control characters as the pictures that Unicode has for them, so that text cannot steer the terminal. */
function visible(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(pictureOfNul + code) : pictureOfDelete;
  });
}
