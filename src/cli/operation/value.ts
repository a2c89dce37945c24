import type { Parameter } from "../../platforms/operation.ts";
import { parseValue, type SimpleValue } from "../../session/operation/value.ts";
import { UsageError } from "../exit.ts";

/** The value of a parameter that was written as text. */
export type ArgumentValue = SimpleValue | Readonly<Record<string, string>>;

/**
 * Reads the text of a parameter by its type and its enumeration.
 * @throws {UsageError} Where it is no such value; says what is one.
 */
export function readValue(parameter: Parameter, text: string): SimpleValue {
  const parsed = parseValue(parameter, text);
  if ("problem" in parsed) throw new UsageError(parsed.problem);
  return parsed.value;
}
