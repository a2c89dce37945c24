import { type ParseError, parse } from "jsonc-parser";
import { syntaxMessage } from "../../config/syntax-message.ts";
import type { Operation } from "../../platforms/operation.ts";
import type { Remark, TextRemark } from "../ui/ask.ts";

/** What a JSON body begins as: what it is for, and an example that the platform accepts. */
export function jsonDraft({ name, help, body }: Operation): string {
  return [
    `// ${body?.type ?? "JSON"} for ${name}: ${help}`,
    "// Send or discard it above. Comments are not sent.",
    JSON.stringify(body?.example ?? {}, null, 2),
    "",
  ].join("\n");
}

/** The value of a JSON text with comments. Throws an `Error` that names the line where it is none. */
export function readJsonDraft(text: string): unknown {
  const { value, errors } = parsed(text);
  const [first] = errors;
  if (first === undefined) return value;
  const line = text.slice(0, first.offset).split("\n").length;
  throw new Error(`Line ${line} is not JSON. ${syntaxMessage(first.error)}`);
}

/** What is wrong with a JSON text. */
export function jsonDraftProblem(text: string): Remark | undefined {
  try {
    readJsonDraft(text);
    return undefined;
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

/** What is wrong with a JSON text, at its place. */
export function jsonProblemAt(text: string): TextRemark | undefined {
  const [first] = parsed(text).errors;
  if (first === undefined) return undefined;
  const { error, offset, length } = first;
  return { message: syntaxMessage(error), offset, length };
}

function parsed(text: string): { readonly value: unknown; readonly errors: readonly ParseError[] } {
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return { value, errors };
}
