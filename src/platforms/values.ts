import type { Parameter } from "./operation.ts";
import { asFields, asList } from "./read.ts";

/** A parameter's value as it is sent: its own name and text, or several where it is a map. */
export type Sent = readonly (readonly [name: string, value: string])[];

/** A value that a parameter cannot have; `expected` says what it takes. */
export interface Unfit {
  readonly expected: string;
}

const expectations = {
  string: "a text",
  integer: "a whole number",
  boolean: "true or false",
  list: "a list of texts",
  map: "named texts",
  json: "JSON",
} as const satisfies Readonly<Record<Parameter["type"], string>>;

/**
 * A parameter's value as it is sent under `name`. Takes texts for every type, as people type them: digits, `true`, `a,b`,
 * `name=value` (or a list of these) and JSON.
 */
export function sentValue(parameter: Parameter, name: string, value: unknown): Sent | Unfit {
  if (parameter.type === "map") return mapped(value) ?? { expected: expectations.map };
  const text = readers[parameter.type](value);
  if (text === undefined) return { expected: expectations[parameter.type] };
  const asked = parameter.asQueryOn === undefined ? text : JSON.stringify({ [parameter.asQueryOn]: text });
  return [[name, parameter.decodedTwice ? asked.replace(/[%+]/g, encodeURIComponent) : asked]];
}

const readers: Readonly<Record<Exclude<Parameter["type"], "map">, (value: unknown) => string | undefined>> = {
  string: scalar,
  integer: (value) => {
    const text = scalar(value);
    return text !== undefined && /^-?\d+$/.test(text) ? text : undefined;
  },
  boolean: (value) => {
    const text = scalar(value);
    return text === "true" || text === "false" ? text : undefined;
  },
  list: (value) => {
    const items = asList(value)?.map(scalar);
    if (items === undefined) return scalar(value);
    return items.every((item) => item !== undefined) ? items.join(",") : undefined;
  },
  json: (value) => (typeof value === "string" ? jsonText(value) : JSON.stringify(value)),
};

function scalar(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  const isPlain = typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));
  return isPlain ? String(value) : undefined;
}

function jsonText(text: string): string | undefined {
  try {
    JSON.parse(text);
    return text;
  } catch {
    return undefined;
  }
}

function mapped(value: unknown): Sent | undefined {
  const fields = asFields(value);
  const entries = fields
    ? Object.entries(fields).filter(([, each]) => each !== undefined)
    : (asList(value) ?? [value]).map(pairOf);
  const pairs = entries.map((entry) =>
    entry === undefined ? undefined : ([entry[0], scalar(entry[1])] as const),
  );
  const isSound = (pair: (typeof pairs)[number]): pair is readonly [string, string] =>
    pair !== undefined && pair[0] !== "" && pair[1] !== undefined;
  return pairs.every(isSound) ? pairs : undefined;
}

function pairOf(text: unknown): readonly [string, string] | undefined {
  const at = typeof text === "string" ? text.indexOf("=") : -1;
  return typeof text === "string" && at > 0 ? [text.slice(0, at), text.slice(at + 1)] : undefined;
}
