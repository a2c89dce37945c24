import { choiceWords, typeWords } from "../views/apps/field-words.ts";
import type { AppField, FieldType } from "../views/apps/fields.ts";
import { matchesValidator } from "./validator.ts";

/** Something about the value of a field. */
export interface ValueProblem {
  /** Place in the list, where the value is one. */
  readonly index?: number;
  /** Without the field's name: `is needed`. */
  readonly message: string;
}

const switchValues = /^(true|false|1|0|on|off)$/i;
const schemes: ReadonlySet<string> = new Set(["agave", "http", "https", "sftp"]);

/** What the server would say of one value (JobRequestParameterProcessor, JobRequestInputProcessor). */
const typeProblems: Readonly<Record<FieldType, (value: unknown, field: AppField) => string | undefined>> = {
  file: fileProblem,
  string: () => undefined,
  number: (value) => (isNumber(value) ? undefined : `is no number: ${JSON.stringify(value)}`),
  bool: switchProblem,
  flag: switchProblem,
  enumeration: (value, field) =>
    field.choices.some((choice) => choice.value === String(value))
      ? undefined
      : `cannot be ${JSON.stringify(value)}; it can be ${choiceWords(field)}`,
};

/** What is wrong with the value of a field, as the app describes it. A value that is not there is undefined. */
export function valueProblems(field: AppField, value: unknown): readonly ValueProblem[] {
  const values = valuesOf(field, value);
  if (values.length === 0 && (field.required || (isGiven(value) && field.least > 0)))
    return [{ message: `is needed: ${describe(field)}` }];
  if (!isGiven(value)) return [];
  const count = countProblem(field, values.length);
  const wrong = values.flatMap((each, index) => {
    const message = oneProblem(field, each);
    return message === undefined ? [] : [{ message, ...(Array.isArray(value) ? { index } : {}) }];
  });
  return [...(count === undefined ? [] : [{ message: count }]), ...wrong];
}

/** The values that the server makes of one: the items of a list, or the parts of a text with semicolons between. */
export function valuesOf({ type }: Pick<AppField, "type">, value: unknown): readonly unknown[] {
  if (!isGiven(value)) return [];
  const all = Array.isArray(value)
    ? value
    : typeof value === "string" && value.includes(";")
      ? value.split(";")
      : [value];
  const isText = type === "string" || type === "enumeration";
  return all.filter((each) => isGiven(each) && (isText || String(each).trim() !== ""));
}

function oneProblem(field: AppField, value: unknown): string | undefined {
  if (typeof value === "object") return `is no ${typeWords[field.type]}: ${JSON.stringify(value)}`;
  const wrong = typeProblems[field.type](value, field);
  if (wrong !== undefined || field.validator === undefined) return wrong;
  if (matchesValidator(String(value), field.validator) !== false) return undefined;
  return `has to match ${field.validator}, which ${JSON.stringify(value)} does not`;
}

function countProblem({ least, most, type }: AppField, count: number): string | undefined {
  const noun = (number: number) => (type === "file" ? "file" : "value") + (number === 1 ? "" : "s");
  if (count < least) return `needs at least ${least} ${noun(least)}; there ${are(count)}`;
  if (count > most) return `takes at most ${most} ${noun(most)}; there ${are(count)}`;
  return undefined;
}

function are(count: number): string {
  return count === 1 ? "is 1" : `are ${count}`;
}

function fileProblem(value: unknown): string | undefined {
  if (typeof value !== "string") return `is no file: ${JSON.stringify(value)}`;
  const text = value.trim();
  if (/\s/.test(text)) return "has a space in it: write it as %20";
  const [, scheme, rest = ""] = /^([a-z][a-z\d+.-]*):(.*)$/i.exec(text) ?? [];
  if (scheme === undefined) return undefined;
  if (!schemes.has(scheme.toLowerCase()))
    return `cannot be read from ${scheme}: use agave://system/path, http, https, sftp, or a path`;
  return /^\/\/[^/]+\/./.test(rest) || scheme.toLowerCase() !== "agave"
    ? undefined
    : "needs a system and a path: agave://system/path";
}

function switchProblem(value: unknown): string | undefined {
  return switchValues.test(String(value).trim())
    ? undefined
    : `is true or false, not ${JSON.stringify(value)}`;
}

function isNumber(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value));
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function describe({ label, description, type }: AppField): string {
  return label ?? description ?? typeWords[type];
}
