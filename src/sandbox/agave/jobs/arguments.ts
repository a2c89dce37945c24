import { isObject } from "../../server/message.ts";
import type { AppRecord } from "../apps/record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The inputs or parameters of a job, with the app's defaults; or why they are refused. */
export type Arguments = { readonly values: Fields } | { readonly fault: string };

/** Whether a value is of the type that an app asks for. */
const typeTests: Readonly<Record<string, (value: unknown, wanted: Fields) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => value !== "" && Number.isFinite(typeof value === "string" ? Number(value) : value),
  bool: (value) => /^(true|false|0|1)$/i.test(String(value)),
  flag: (value) => /^(true|false|0|1)$/i.test(String(value)),
  enumeration: (value, wanted) => choices(wanted).includes(String(value)),
};

const isUri = (value: unknown): boolean => typeof value === "string" && value !== "";

/** Checks inputs: each one that is required, as a URI or a list of URIs. What the app does not know is passed over. */
export function checkInputs(app: AppRecord, given: unknown): Arguments {
  return check("input", app.description.inputs, given, (value) =>
    Array.isArray(value) ? value.every(isUri) : isUri(value),
  );
}

/** Checks parameters: each one that is required, of its type and matching its validator. */
export function checkParameters(app: AppRecord, given: unknown): Arguments {
  return check("parameter", app.description.parameters, given, (value, wanted) => {
    const test = typeTests[String(wanted.type ?? "string").toLowerCase()] ?? typeTests.string;
    const each = Array.isArray(value) ? value : [value];
    return each.every((item) => test?.(item, wanted) && keepsValidator(item, wanted.validator));
  });
}

function check(
  noun: string,
  described: unknown,
  given: unknown,
  accepts: (value: unknown, wanted: Fields) => boolean,
): Arguments {
  if (given !== undefined && given !== null && !isObject(given)) {
    return { fault: `The ${noun}s are a JSON object.` };
  }
  const sent: Fields = isObject(given) ? given : {};
  const values: Record<string, unknown> = {};
  for (const { id, wanted } of specifications(described)) {
    const value = sent[id] ?? wanted.default;
    const isMissing = value === undefined || value === null || value === "";
    if (isMissing && wanted.required === true) return { fault: `No ${noun} specified for ${id}` };
    if (isMissing) continue;
    if (!accepts(value, wanted))
      return { fault: `Invalid ${noun} value for ${id}: ${JSON.stringify(value)}` };
    values[id] = value;
  }
  return { values };
}

function specifications(described: unknown): readonly { readonly id: string; readonly wanted: Fields }[] {
  if (!Array.isArray(described)) return [];
  return described.flatMap((each) =>
    isObject(each) && typeof each.id === "string"
      ? [{ id: each.id, wanted: isObject(each.value) ? each.value : {} }]
      : [],
  );
}

/** The values of an enumeration: names, or objects with the name as their only key. */
function choices(wanted: Fields): readonly string[] {
  const values = wanted.enumValues ?? wanted.enum_values ?? [];
  if (!Array.isArray(values)) return [];
  return values.flatMap((value) => (isObject(value) ? Object.keys(value) : [String(value)]));
}

function keepsValidator(value: unknown, validator: unknown): boolean {
  if (typeof validator !== "string" || validator === "") return true;
  try {
    return new RegExp(validator).test(String(value));
  } catch {
    return true;
  }
}
