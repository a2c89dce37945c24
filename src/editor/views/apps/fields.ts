import type { App } from "../../../platforms/agave/answers/apps.ts";

/** The lists of an app that say what it takes and gives. */
export type FieldList = "inputs" | "parameters" | "outputs";

/** What a field holds: inputs and outputs are files, parameters are of the types of SoftwareParameterType. */
export type FieldType = "file" | "string" | "number" | "bool" | "flag" | "enumeration";

/** One value of an enumeration. */
export interface FieldChoice {
  readonly value: string;
  /** For people. */
  readonly label: string;
}

/** One thing that an app takes or gives. */
export interface AppField {
  readonly list: FieldList;
  readonly id: string;
  readonly type: FieldType;
  readonly label?: string;
  readonly description?: string;
  readonly required: boolean;
  /** Whether a job may set it; the server refuses a job that sets another. */
  readonly visible: boolean;
  /** Absent where there is none. The server fills it in only where the field is not visible. */
  readonly preset?: unknown;
  readonly choices: readonly FieldChoice[];
  /** A regular expression, as Perl writes them. */
  readonly validator?: string;
  /** How many values it takes: infinitely many where there is no bound. */
  readonly least: number;
  readonly most: number;
}

type Fields = Readonly<Record<string, unknown>>;

const parameterTypes: ReadonlySet<string> = new Set(["string", "number", "bool", "flag", "enumeration"]);

/** The fields of a list of an app in the order in which the app shows them. What has no id is passed over. */
export function fieldsOf(app: Pick<App, FieldList>, list: FieldList): readonly AppField[] {
  const fields = (app[list] ?? []).flatMap((each, index) => {
    const field = fieldOf(list, asFields(each));
    return field === undefined ? [] : [{ field, order: orderOf(each), index }];
  });
  return fields
    .toSorted((one, other) => one.order - other.order || one.index - other.index)
    .map(({ field }) => field);
}

/** What a job of an app can set: its inputs and parameters that can be seen. */
export function settable(app: Pick<App, FieldList>): readonly AppField[] {
  return [...fieldsOf(app, "inputs"), ...fieldsOf(app, "parameters")].filter(({ visible }) => visible);
}

function fieldOf(list: FieldList, described: Fields): AppField | undefined {
  const { id } = described;
  if (typeof id !== "string" || id === "") return undefined;
  const [value, details, semantics] = [described.value, described.details, described.semantics].map(asFields);
  const visible = value?.visible !== false && value?.visible !== 0;
  const required = value?.required === true || value?.required === 1;
  const preset = value?.default;
  return {
    list,
    id,
    type: typeOf(list, value?.type),
    ...textOf("label", details?.label),
    ...textOf("description", details?.description),
    required,
    visible,
    ...(preset === undefined || preset === null || preset === "" ? {} : { preset }),
    choices: choicesOf(value?.enum_values ?? value?.enumValues),
    ...textOf("validator", value?.validator),
    least: countOf(semantics?.minCardinality) ?? (required || !visible ? 1 : 0),
    most: mostOf(semantics?.maxCardinality),
  };
}

/** Types that are not known are taken as texts, which fit everything. */
function typeOf(list: FieldList, type: unknown): FieldType {
  if (list !== "parameters") return "file";
  const name = String(type).toLowerCase();
  return parameterTypes.has(name) ? (name as FieldType) : "string";
}

function textOf<Name extends string>(name: Name, value: unknown): { readonly [key in Name]?: string } {
  return typeof value === "string" && value.trim() !== ""
    ? ({ [name]: value } as { readonly [key in Name]: string })
    : {};
}

/** Values are names, or objects with the value as their only key and its label behind it. */
function choicesOf(values: unknown): readonly FieldChoice[] {
  if (!Array.isArray(values)) return [];
  return values.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [{ value: String(each), label: String(each) }];
    return Object.entries(each).map(([value, label]) => ({ value, label: String(label ?? value) }));
  });
}

function mostOf(value: unknown): number {
  if (value === -1) return Number.POSITIVE_INFINITY;
  return countOf(value) ?? 1;
}

function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function orderOf(described: unknown): number {
  const { order } = asFields(asFields(described).value);
  return typeof order === "number" ? order : Number.POSITIVE_INFINITY;
}

function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
