import type { Range } from "../../filter/error.ts";
import { functionNames, mappingFunctions, signatureOf } from "./functions.ts";
import { lex } from "./lex.ts";

/** An attribute of a source as it is written, with a line of help. */
export interface NamedAttribute {
  readonly name: string;
  readonly help: string;
}

/** One way to go on at a place of an expression. */
export interface ExpressionCompletion {
  readonly kind: "function" | "attribute";
  readonly label: string;
  readonly insertText: string;
  /** What it replaces. */
  readonly range: Range;
  /** One line of help. */
  readonly detail: string;
}

/** The functions and attributes that can stand at an offset of an expression and begin with what is there already. */
export function completeExpression(
  text: string,
  offset: number,
  attributes: readonly NamedAttribute[],
): readonly ExpressionCompletion[] {
  const tokens = lex(text, []);
  const word = tokens.find(({ kind, start, end }) => kind === "word" && start < offset && offset <= end);
  const before = tokens.findLast(({ kind, end }) => kind !== "end" && end <= (word?.start ?? offset));
  const inText = tokens.some(({ kind, start, end }) => kind === "text" && start < offset && offset < end);
  if (inText || (before && before.kind !== "(" && before.kind !== ",")) return [];
  const range = { start: word?.start ?? offset, end: word?.end ?? offset };
  const typed = text.slice(range.start, offset).toLowerCase();
  const called = word !== undefined && tokens[tokens.indexOf(word) + 1]?.kind === "(";
  const proposed: readonly Omit<ExpressionCompletion, "range">[] = [
    ...attributes.map(({ name, help }) => ({
      kind: "attribute" as const,
      label: name,
      insertText: name,
      detail: help,
    })),
    ...functionNames.map((name) => ({
      kind: "function" as const,
      label: name,
      insertText: called ? name : `${name}(`,
      detail: `${signatureOf(name)}: ${mappingFunctions[name].help}`,
    })),
  ];
  return proposed
    .filter(({ label }) => label.toLowerCase().startsWith(typed))
    .map((completion) => ({ ...completion, range }));
}
