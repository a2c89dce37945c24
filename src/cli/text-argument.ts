import { caretUnder, type Range } from "../filter/error.ts";
import { UsageError } from "./exit.ts";

/** What is wrong with a text of a language of Rollcall, and where. */
interface TextError {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

/** A filter or an expression on the command line that cannot be used: the text, and a caret under the place. */
export class TextArgumentError extends UsageError {
  override readonly name = "TextArgumentError";
  readonly kind: "filter" | "expression";
  readonly code: string;
  readonly range: Range;

  constructor(kind: TextArgumentError["kind"], text: string, error: TextError) {
    super(`The ${kind} is not valid: ${error.message}\n${indented(caretUnder(text, error))}`);
    this.kind = kind;
    this.code = error.code;
    this.range = error.range;
  }
}

function indented(text: string): string {
  return text
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
}
