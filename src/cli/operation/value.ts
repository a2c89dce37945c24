import { didYouMean } from "../../config/suggest.ts";
import type { Parameter } from "../../platforms/operation.ts";
import { UsageError } from "../exit.ts";

/** The value of a parameter that was written as text. */
export type ArgumentValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/**
 * Reads the text of a parameter by its type and its enumeration.
 * @throws {UsageError} Where it is no such value; says what is one.
 */
export function readValue(parameter: Parameter, text: string): string | number | boolean | readonly string[] {
  const { name, type, values } = parameter;
  if (type === "integer") {
    if (/^-?\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
    throw new UsageError(`${name} must be a whole number, and "${text}" is none.`);
  }
  if (type === "boolean") {
    if (text === "true" || text === "false") return text === "true";
    throw new UsageError(`${name} must be true or false, and "${text}" is neither.`);
  }
  const items = type === "list" ? text.split(",") : [text];
  for (const item of items) if (values !== undefined) refuseOthers(name, item, values);
  if (type === "json") refuseBrokenJson(name, text);
  return type === "list" ? items : text;
}

function refuseOthers(name: string, text: string, values: readonly string[]): void {
  if (values.includes(text)) return;
  const folded = values.find((value) => value.toLowerCase() === text.toLowerCase());
  const advice = folded === undefined ? didYouMean(text, values) : `Did you mean "${folded}"?`;
  throw new UsageError(`${name} cannot be "${text}". ${advice}`);
}

function refuseBrokenJson(name: string, text: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${name} must be JSON: ${reason}.`);
  }
}
