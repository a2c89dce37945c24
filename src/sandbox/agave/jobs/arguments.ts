import { isObject } from "../../server/message.ts";
import type { AppRecord } from "../apps/record.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The inputs or parameters of a job, with the app's defaults; or why they are refused. */
export type Arguments = { readonly values: Fields } | { readonly fault: string };

/** Whether a value is of the type that an app asks for. */
const typeTests: Readonly<Record<string, (value: unknown, wanted: Fields) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => value !== "" && Number.isFinite(typeof value === "string" ? Number(value) : value),
  bool: isSwitch,
  flag: isSwitch,
  enumeration: (value, wanted) => choices(wanted).includes(String(value)),
};

function isSwitch(value: unknown): boolean {
  return /^(true|false|0|1|on|off)$/i.test(String(value));
}

const isUri = (value: unknown): boolean => typeof value === "string" && value !== "";

/** Checks inputs: each one that is required, as a URI or a list of URIs. What the app does not know is passed over. */
export function checkInputs(app: AppRecord, given: unknown): Arguments {
  return check("input", withTypes(app.description.inputs, "file"), given, (value, wanted) =>
    partsOf(value, wanted).every((each) => isUri(each) && keepsValidator(each, wanted.validator)),
  );
}

/** Checks parameters: each one that is required, of its type and matching its validator. */
export function checkParameters(app: AppRecord, given: unknown): Arguments {
  return check("parameter", app.description.parameters, given, (value, wanted) => {
    const test = typeTests[String(wanted.type ?? "string").toLowerCase()] ?? typeTests.string;
    return partsOf(value, wanted).every(
      (item) => test?.(item, wanted) && keepsValidator(item, wanted.validator),
    );
  });
}

/** The items of a list, or the parts of a text with semicolons between. Only texts may be blank; other blank parts are passed over. */
function partsOf(value: unknown, wanted: Fields): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const all = typeof value === "string" ? value.split(";") : [value];
  return all.filter((part) => part !== null && (mayBeBlank(wanted) || String(part).trim() !== ""));
}

function mayBeBlank({ type }: Fields): boolean {
  return !/^(file|number|bool|flag)$/i.test(String(type));
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
  for (const { id, wanted, counts } of specifications(described)) {
    const own = Object.hasOwn(sent, id) ? sent[id] : undefined;
    if (wanted.visible === false && own !== undefined && own !== null) {
      return {
        fault: `Invalid ${noun} value for ${id}. ${id} is a fixed value that cannot be set manually.`,
      };
    }
    const value = own ?? wanted.default;
    const isMissing = value === undefined || value === null || (value === "" && !mayBeBlank(wanted));
    if (isMissing && wanted.required === true) return { fault: `No ${noun} specified for ${id}` };
    if (isMissing) continue;
    const miscounted = countFault(id, partsOf(value, wanted).length, counts);
    if (miscounted !== undefined) return { fault: miscounted };
    if (!accepts(value, wanted))
      return { fault: `Invalid ${noun} value for ${id}: ${JSON.stringify(value)}` };
    values[id] = value;
  }
  return { values };
}

/** How many values something takes; -1 for any number. */
interface Counts {
  readonly least: number;
  readonly most: number;
}

interface Specification {
  readonly id: string;
  readonly wanted: Fields;
  readonly counts: Counts;
}

/** Inputs are files, whatever else is said of them. */
function withTypes(described: unknown, type: string): unknown {
  if (!Array.isArray(described)) return described;
  return described.map((each) =>
    isObject(each) ? { ...each, value: { ...(isObject(each.value) ? each.value : {}), type } } : each,
  );
}

function specifications(described: unknown): readonly Specification[] {
  if (!Array.isArray(described)) return [];
  return described.flatMap((each) => {
    if (!isObject(each) || typeof each.id !== "string") return [];
    const [wanted, semantics] = [each.value, each.semantics].map((part) => (isObject(part) ? part : {}));
    const least = Number(semantics?.minCardinality ?? (wanted?.required === true ? 1 : 0));
    const most = Number(semantics?.maxCardinality ?? -1);
    return [{ id: each.id, wanted: wanted ?? {}, counts: { least, most } }];
  });
}

function countFault(id: string, count: number, { least, most }: Counts): string | undefined {
  if (count < least) return `${id} requires at least ${least} values`;
  return most !== -1 && count > most ? `${id} may have at most ${most} values` : undefined;
}

/** The values of a job without those that the app fixes, which a request may not set. */
export function withoutFixed(described: unknown, values: Fields): Fields {
  const fixed = specifications(described).flatMap(({ id, wanted }) => (wanted.visible === false ? [id] : []));
  return Object.fromEntries(Object.entries(values).filter(([id]) => !fixed.includes(id)));
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
