import { didYouMean } from "../../config/suggest.ts";
import type { Parameter } from "../../platforms/operation.ts";

/** A value of any type but `map`. */
export type SimpleValue = string | number | boolean | readonly string[];

/** What a text is as the value of a parameter, or in one sentence why it is none. */
export type ParsedValue = { readonly value: SimpleValue } | { readonly problem: string };

/** Reads the text of a parameter by its type and its enumeration. Lists are separated by commas; a map is taken as it is. */
export function parseValue(parameter: Parameter, text: string): ParsedValue {
  const { name, type, values } = parameter;
  if (type === "integer") {
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return { value: Number(text) };
    return { problem: `${name} must be a whole number, and "${text}" is none.` };
  }
  if (type === "boolean") {
    if (text === "true" || text === "false") return { value: text === "true" };
    return { problem: `${name} must be true or false, and "${text}" is neither.` };
  }
  const items = type === "list" ? text.split(",") : [text];
  const unknown = values && items.find((item) => !values.includes(item));
  if (values !== undefined && unknown !== undefined) return { problem: noSuch(name, unknown, values) };
  if (type === "json") {
    const problem = jsonProblem(text);
    if (problem !== undefined) return { problem: `${name} must be JSON: ${problem}.` };
  }
  return { value: type === "list" ? items : text };
}

/** Why a text is no JSON; undefined where it is. */
export function jsonProblem(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function noSuch(name: string, text: string, values: readonly string[]): string {
  const folded = values.find((value) => value.toLowerCase() === text.toLowerCase());
  const advice = folded === undefined ? didYouMean(text, values) : `Did you mean "${folded}"?`;
  return `${name} cannot be "${text}". ${advice}`;
}
