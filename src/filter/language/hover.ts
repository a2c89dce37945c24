import { type Attribute, type AttributeSchema, findAttribute } from "../attributes.ts";
import type { Range } from "../error.ts";
import type { Token } from "../lex.ts";
import { connectiveOf, operatorOf, operators } from "../operators.ts";
import { parseTolerant } from "../parse.ts";
import { pathBelow } from "../walk.ts";

/** What there is to say of a word of a filter. */
export interface FilterHelp {
  readonly range: Range;
  /** Paragraphs of Markdown. */
  readonly paragraphs: readonly string[];
}

/**
 * What a word at an offset of a filter means: an attribute, an operator, `and`, `or` or `not`. Undefined where there is none.
 * @param sourceOf Where an attribute is defined, by its path from the resource.
 */
export function helpAt(
  text: string,
  offset: number,
  schema: AttributeSchema,
  sourceOf: (path: string) => string | undefined,
): FilterHelp | undefined {
  const { tokens } = parseTolerant(text);
  const index = tokens.findIndex(({ start, end }) => start <= offset && offset < end);
  const token = tokens[index];
  if (!token) return undefined;
  const paragraphs =
    token.role === "attribute"
      ? attributeHelp(attributeAt(tokens, index), schema, sourceOf)
      : wordHelp(token);
  return paragraphs && { range: { start: token.start, end: token.end }, paragraphs };
}

function wordHelp({ role, text }: Token): readonly string[] | undefined {
  const operator = role === "operator" ? operatorOf(text) : undefined;
  if (operator)
    return [`\`${operator}\`: ${operators[operator]}.${operatorNotes[operator] ?? ""}`, comparisons];
  if (role !== "keyword") return undefined;
  const connective = connectiveOf(text);
  return [connective ? connectives[connective] : negation, logic];
}

const comparisons = "RFC 7644 section 3.4.2.2, table 3.";
const logic = "RFC 7644 section 3.4.2.2, tables 4 and 5.";
const connectives = {
  and: "`and`: both must hold. It binds more strongly than `or`.",
  or: "`or`: one must hold. It binds less strongly than `and`.",
} as const;
const negation = "`not (…)`: what is in the parentheses must not hold.";

const operatorNotes: Readonly<Record<string, string>> = {
  eq: " Of an attribute with several values, one is enough. `eq null`: no value is assigned.",
  ne: " The same as `not (… eq …)`: of an attribute with several values, none may be equal.",
  pr: " An empty text, an empty list and `null` are no values.",
};

function attributeHelp(
  path: string,
  schema: AttributeSchema,
  sourceOf: (path: string) => string | undefined,
): readonly string[] | undefined {
  const attribute = findAttribute(schema, path);
  if (!attribute) return undefined;
  const { description, canonicalValues, subAttributes } = attribute;
  const source = sourceOf(path);
  return [
    `\`${path}\` (${traitsOf(attribute).join("; ")})`,
    ...(description === undefined ? [] : [`${description}.`]),
    ...(canonicalValues
      ? [`Usual values: ${canonicalValues.map((value) => `\`"${value}"\``).join(", ")}.`]
      : []),
    ...(subAttributes ? [`Parts: ${subAttributes.map(({ name }) => `\`${name}\``).join(", ")}.`] : []),
    ...(source === undefined ? [] : [source]),
  ];
}

function traitsOf({ type, multiValued, caseExact, mutability }: Attribute): readonly string[] {
  const isText = type === "string" || type === "reference";
  return [
    multiValued ? `${type}, several values` : type,
    ...(isText ? [caseExact ? "case-exact" : "case does not count"] : []),
    ...(mutability === undefined || mutability === "readWrite" ? [] : [mutability]),
  ];
}

/** The path from the resource of the attribute that a token names. */
function attributeAt(tokens: readonly Token[], index: number): string {
  let valuePath: string | undefined;
  let last = "";
  for (const { kind, text, role } of tokens.slice(0, index)) {
    if (kind === "[") valuePath = last;
    if (kind === "]") valuePath = undefined;
    if (role === "attribute") last = text;
  }
  return pathBelow(valuePath, tokens[index]?.text ?? "");
}
