import { type Attribute, type AttributeSchema, attributeCompared, findAttribute } from "./attributes.ts";
import { operatorsFor } from "./check.ts";
import type { Range } from "./error.ts";
import { lex, type Token } from "./lex.ts";
import { connectiveOf, operatorOf, operators } from "./operators.ts";
import { pathBelow } from "./walk.ts";

/** Something that can be written at a place of a filter. */
export interface Completion {
  readonly label: string;
  readonly insertText: string;
  /** What `insertText` takes the place of. */
  readonly range: Range;
  readonly kind: "attribute" | "operator" | "keyword" | "value";
  /** One line of help. */
  readonly detail: string;
}

/** Values that resources are known to have in an attribute, by its path from the resource. */
export type SeenValues = (path: string) => readonly string[];

/**
 * What can be written at an offset of a filter that may be half typed: attributes of the schema and `not`, the operators that an
 * attribute can be asked with, its values where there are few, `and` and `or`. Only what begins with the word before the offset, in
 * any case; the word around the offset is replaced.
 * @param offset In UTF-16 code units from the start of the text.
 * @param seen What else an attribute is compared with, beside what the schema says.
 */
export function completeFilter(
  text: string,
  offset: number,
  schema: AttributeSchema,
  seen: SeenValues = () => [],
): readonly Completion[] {
  const tokens = lex(text, () => {});
  const current = tokens.find((token) => isAround(token, offset, text));
  const place = placeAfter(
    tokens.filter(({ kind, end }) => kind !== "end" && end <= (current?.start ?? offset)),
  );
  const range = current ? { start: current.start, end: current.end } : { start: offset, end: offset };
  const typed = text.slice(range.start, offset).toLowerCase();
  return proposals[place.expects](place, schema, seen)
    .filter(({ label }) => label.toLowerCase().startsWith(typed))
    .map((proposal) => ({ insertText: proposal.label, ...proposal, range }));
}

/** Whether an offset is inside a word or string, or at the end of a word or of a string that is still open. */
function isAround({ kind, start, end }: Token, offset: number, text: string): boolean {
  if ((kind !== "word" && kind !== "string") || offset <= start || offset > end) return false;
  const isClosedString = kind === "string" && end - start > 1 && text[end - 1] === text[start];
  return offset < end || !isClosedString;
}

/** What a filter has said up to a place, as far as it decides what comes next. */
interface Place {
  readonly expects: "operand" | "operator" | "value" | "connective";
  /** The attribute that was named last, with that of the value path around it. */
  readonly attribute?: string | undefined;
  readonly operator?: string;
  readonly valuePath?: string | undefined;
}

function placeAfter(tokens: readonly Token[]): Place {
  return tokens.reduce<Place>(step, { expects: "operand" });
}

function step(place: Place, { kind, text }: Token): Place {
  const { valuePath, expects } = place;
  switch (kind) {
    case "(":
      return { expects: "operand", valuePath };
    case "[":
      return { expects: "operand", valuePath: place.attribute };
    case ")":
      return { expects: "connective", valuePath };
    case "]":
      return { expects: "connective" };
    default:
      if (expects === "operator") {
        return operatorOf(text) === "pr"
          ? { expects: "connective", valuePath }
          : { ...place, expects: "value", operator: text };
      }
      if (expects === "value") return { expects: "connective", valuePath };
      if (expects === "connective" && connectiveOf(text)) return { expects: "operand", valuePath };
      if (expects === "operand" && text.toLowerCase() === "not") return place;
      return { expects: "operator", attribute: pathBelow(valuePath, text), valuePath };
  }
}

type Proposal = Omit<Completion, "insertText" | "range"> & { readonly insertText?: string };

const keywords = {
  not: {
    label: "not",
    insertText: "not (",
    kind: "keyword",
    detail: "The opposite of what follows in parentheses",
  },
  and: { label: "and", kind: "keyword", detail: "Both must hold" },
  or: { label: "or", kind: "keyword", detail: "One must hold" },
} as const satisfies Record<string, Proposal>;

const proposals: Readonly<
  Record<Place["expects"], (place: Place, schema: AttributeSchema, seen: SeenValues) => readonly Proposal[]>
> = {
  operand: ({ valuePath }, schema) => [
    ...(valuePath === undefined ? everywhere(schema) : inside(findAttribute(schema, valuePath))),
    keywords.not,
  ],
  operator: ({ attribute = "" }, schema) =>
    operatorsFor(attributeCompared(schema, attribute)?.type).map((op) => ({
      label: op,
      kind: "operator",
      detail: operators[op],
    })),
  value: ({ attribute = "", operator = "" }, schema, seen) => [
    ...valuesOf(attributeCompared(schema, attribute), seen(attribute)),
    ...(["eq", "ne"].includes(operator.toLowerCase()) ? [nothing] : []),
  ],
  connective: () => [keywords.and, keywords.or],
};

const nothing: Proposal = { label: "null", kind: "value", detail: "No value is assigned" };

function everywhere(schema: AttributeSchema): readonly Proposal[] {
  const extensions = Object.entries(schema.extensions ?? {});
  return [
    ...schema.attributes.flatMap((attribute) => withParts(attribute, "")),
    ...extensions.flatMap(([urn, attributes]) =>
      attributes.flatMap((attribute) => withParts(attribute, `${urn}:`)),
    ),
  ];
}

function withParts(attribute: Attribute, prefix: string): readonly Proposal[] {
  return [
    named(attribute, prefix),
    ...(attribute.subAttributes ?? []).map((part) => named(part, `${prefix}${attribute.name}.`)),
  ];
}

function inside(attribute: Attribute | undefined): readonly Proposal[] {
  return (attribute?.subAttributes ?? []).flatMap((part) => withParts(part, ""));
}

function named({ name, type, multiValued, caseExact, description }: Attribute, prefix: string): Proposal {
  const traits = [multiValued ? `${type}, several` : type, ...(caseExact ? ["case-exact"] : [])].join(", ");
  const detail = description === undefined ? traits : `${traits}: ${description}`;
  return { label: prefix + name, kind: "attribute", detail };
}

function valuesOf(attribute: Attribute | undefined, seen: readonly string[]): readonly Proposal[] {
  const canonical = attribute?.canonicalValues ?? [];
  const others = seen.filter((value) => !canonical.includes(value));
  const literals = attribute?.type === "boolean" ? ["true", "false"] : [...canonical, ...others].map(quoted);
  return literals.map((label) => ({ label, kind: "value", detail: attribute?.description ?? "" }));
}

function quoted(value: string): string {
  return JSON.stringify(value);
}
