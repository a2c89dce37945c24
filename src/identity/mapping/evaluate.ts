import type { SourceAttribute } from "../source-attribute.ts";
import { readStrings } from "../values.ts";
import type { Expression } from "./expression.ts";
import { type MappingFunction, mappingFunctions } from "./functions.ts";

/** The most characters (Unicode code points) of any text that a function takes or gives. */
export const longestText = 1024;

/** In place of a value: a text would have become longer than `longestText`. */
export const tooLong = Symbol("tooLong");

/** What an expression gives for somebody; undefined where that is no value. */
export type Outcome = string | typeof tooLong | undefined;

/** The value of an attribute for somebody: the first where there are several; undefined where there is none. */
export type ReadAttribute = (attribute: SourceAttribute) => string | undefined;

/**
 * What an expression gives, without blanks at its ends. It always ends, and its work is bounded by the length of the expression
 * and by `longestText`.
 */
export function evaluateExpression(expression: Expression, read: ReadAttribute): Outcome {
  const outcome = "connection" in expression ? read(expression) : resultOf(expression, read);
  return typeof outcome === "string" ? outcome.trim() || undefined : outcome;
}

/** The attributes of a person who is given as one complex attribute for each connection. */
export function attributesOfPerson(person: Readonly<Record<string, unknown>>): ReadAttribute {
  return ({ connection, path }) => {
    const account = Object.hasOwn(person, connection) ? person[connection] : undefined;
    if (typeof account !== "object" || account === null) return undefined;
    return readStrings({ attributes: account as Readonly<Record<string, unknown>> }, path)[0];
  };
}

function resultOf(expression: Expression, read: ReadAttribute): Outcome {
  if ("connection" in expression) return bounded(read(expression));
  if ("text" in expression) return bounded(expression.text);
  return "call" in expression ? callOf(expression.with, mappingFunctions[expression.call], read) : undefined;
}

function callOf(
  given: readonly Expression[],
  { parameters, lenient, apply }: MappingFunction,
  read: ReadAttribute,
): Outcome {
  const texts: string[] = [];
  const numbers: number[] = [];
  for (const [index, argument] of given.entries()) {
    if ("number" in argument) {
      numbers.push(argument.number);
      continue;
    }
    const parameter = parameters[Math.min(index, parameters.length - 1)];
    const outcome =
      parameter?.kind !== "value" && "text" in argument ? argument.text : resultOf(argument, read);
    if (outcome === tooLong) return tooLong;
    if (outcome !== undefined) texts.push(outcome);
    else if (!lenient) return undefined;
  }
  return bounded(apply(texts, numbers));
}

/** An empty text is no value. */
function bounded(text: string | undefined): Outcome {
  if (text === undefined || text === "") return undefined;
  return isLong(text) ? tooLong : text;
}

/** A code point is one UTF-16 unit or two, so that most texts need no counting. */
function isLong(text: string): boolean {
  if (text.length <= longestText) return false;
  return text.length > 2 * longestText || [...text].length > longestText;
}
