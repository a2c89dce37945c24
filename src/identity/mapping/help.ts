import type { Range } from "../../filter/error.ts";
import type { NamedAttribute } from "./complete.ts";
import { functionNames, mappingFunctions, signatureOf } from "./functions.ts";
import { lex, type Token } from "./lex.ts";

/** What there is to say of a word of an expression. */
export interface ExpressionHelp {
  readonly range: Range;
  /** Paragraphs of Markdown. */
  readonly paragraphs: readonly string[];
}

/** What the function or attribute at an offset of an expression is; undefined where there is none. */
export function helpInExpression(
  text: string,
  offset: number,
  attributes: readonly NamedAttribute[],
): ExpressionHelp | undefined {
  const word = lex(text, []).find(
    ({ kind, start, end }) => kind === "word" && start <= offset && offset < end,
  );
  const paragraphs = word && (functionHelp(word) ?? attributeHelp(word, attributes));
  return paragraphs && { range: { start: word.start, end: word.end }, paragraphs };
}

function functionHelp({ text }: Token): readonly string[] | undefined {
  const name = functionNames.find((each) => each === text);
  if (name === undefined) return undefined;
  const { help, examples } = mappingFunctions[name];
  const shown = examples.map(
    ([call, gives]) => `\`${call}\` gives ${gives === null ? "no value" : `\`${gives}\``}.`,
  );
  return [`\`${signatureOf(name)}\``, help, shown.join("  \n")];
}

function attributeHelp(
  { text }: Token,
  attributes: readonly NamedAttribute[],
): readonly string[] | undefined {
  const attribute = attributes.find(({ name }) => name === text);
  return attribute && [`\`${attribute.name}\``, `${attribute.help}.`];
}
