import { didYouMean } from "../../config/suggest.ts";
import type { Operation } from "../../platforms/operation.ts";
import { type PlacedParameter, parametersOf } from "../../session/operation/parameters.ts";
import { UsageError } from "../exit.ts";
import { usageOf } from "./parameter.ts";
import { type ArgumentValue, readValue } from "./value.ts";

/** What an operation was given on the command line, checked against its row, before any file is opened. */
export interface GivenArguments {
  /** Path, query and header parameters and fields of a form, by the names of the row. */
  readonly parameters: Readonly<Record<string, ArgumentValue>>;
  /** The file to send: what stood behind the `@`, or with `--body`; `-` is standard input. */
  readonly file?: string;
  /** The value of a JSON body that was written in place. */
  readonly body?: string;
}

/** What is known besides the words. */
export interface GivenElsewhere {
  /** The file of `--body`. */
  readonly body?: string | undefined;
  /** Parameters that the connection gives by itself. */
  readonly connection?: readonly string[];
}

/**
 * Reads `name=value` words for an operation: names, types, enumerations, and whether something needed is missing.
 * @throws {UsageError} For the first thing that is wrong, with the way out.
 */
export function readArguments(
  operation: Operation,
  words: readonly string[],
  elsewhere: GivenElsewhere = {},
): GivenArguments {
  const known = parametersOf(operation);
  const parameters = new Map<string, ArgumentValue>();
  let content: { file: string } | { body: string } | undefined;
  for (const word of words) {
    const { name, text } = split(word, operation);
    const inBody = contentOf(operation, name, text);
    if (inBody !== undefined) {
      if (content !== undefined) throw twice(name);
      content = inBody;
    } else add(parameters, find(operation, known, name), name, text);
  }
  if (elsewhere.body !== undefined) {
    if (content !== undefined) throw new UsageError("The body is given twice: by --body and as name=value.");
    content = bodyFile(operation, elsewhere.body);
  }
  refuseMissing(operation, known, parameters, content !== undefined, elsewhere.connection ?? []);
  return { parameters: Object.fromEntries(parameters), ...content };
}

function split(word: string, operation: Operation): { name: string; text: string } {
  const equals = word.indexOf("=");
  if (equals > 0) return { name: word.slice(0, equals), text: word.slice(equals + 1) };
  const [example] = parametersOf(operation);
  const such = example === undefined ? "" : `, for example ${usageOf(example)}`;
  throw new UsageError(`"${word}" must be written name=value${such}.`);
}

/** The content of the body, where the name is the body's or its file's. */
function contentOf(
  { name: operation, body }: Operation,
  name: string,
  text: string,
): { file: string } | { body: string } | undefined {
  if (body === undefined) return undefined;
  if (name === body.file?.name) {
    if (text.startsWith("@") && text.length > 1) return { file: text.slice(1) };
    throw new UsageError(`${operation} sends a file: write ${name}=@path, not "${text}".`);
  }
  if (body.encoding !== "json" && body.encoding !== "bytes") return undefined;
  if (name !== (body.name ?? "body")) return undefined;
  return text.startsWith("@") && text.length > 1 ? { file: text.slice(1) } : { body: text };
}

function bodyFile({ name, body }: Operation, file: string): { file: string } {
  if (body === undefined) throw new UsageError(`${name} takes no body, so --body has no meaning.`);
  if (body.encoding === "form" || (body.encoding === "multipart" && body.file === undefined))
    throw new UsageError(
      `${name} takes a form: give its fields as name=value (${(body.fields ?? []).map(usageOf).join(", ")}).`,
    );
  return { file };
}

function find(operation: Operation, known: readonly PlacedParameter[], name: string): PlacedParameter {
  const parameter = known.find(
    (each) =>
      each.name === name ||
      each.alias === name ||
      (each.type === "map" && name.startsWith(`${each.name}.`) && name.length > each.name.length + 1),
  );
  if (parameter !== undefined) return parameter;
  const { body } = operation;
  const content = body?.encoding === "json" || body?.encoding === "bytes" ? [body.name ?? "body"] : [];
  const names = [...known.map((each) => each.name), ...content, ...(body?.file ? [body.file.name] : [])];
  const advice = names.length === 0 ? "It takes none." : didYouMean(name, names);
  throw new UsageError(`${operation.name} has no parameter "${name}". ${advice}`);
}

function add(
  parameters: Map<string, ArgumentValue>,
  parameter: PlacedParameter,
  name: string,
  text: string,
): void {
  const before = parameters.get(parameter.name);
  if (parameter.type === "map") {
    const equals = text.indexOf("=");
    const isNamed = name !== parameter.name;
    if (!isNamed && equals < 1)
      throw new UsageError(`${name} takes named values: write ${usageOf(parameter)}.`);
    const key = isNamed ? name.slice(parameter.name.length + 1) : text.slice(0, equals);
    const entries = isMap(before) ? before : {};
    if (Object.hasOwn(entries, key)) throw twice(name);
    parameters.set(parameter.name, { ...entries, [key]: isNamed ? text : text.slice(equals + 1) });
    return;
  }
  const value = readValue(parameter, text);
  if (before === undefined) parameters.set(parameter.name, value);
  else if (Array.isArray(before) && Array.isArray(value))
    parameters.set(parameter.name, [...before, ...value]);
  else throw twice(name);
}

function isMap(value: ArgumentValue | undefined): value is Readonly<Record<string, string>> {
  return typeof value === "object" && !Array.isArray(value);
}

function refuseMissing(
  { name: operation, body }: Operation,
  known: readonly PlacedParameter[],
  parameters: ReadonlyMap<string, ArgumentValue>,
  hasContent: boolean,
  fromConnection: readonly string[],
): void {
  const missing = known.filter(
    ({ name, required, fromConnection: setting }) =>
      required === true &&
      !parameters.has(name) &&
      !(setting !== undefined && fromConnection.includes(setting)),
  );
  if (missing.length > 0)
    throw new UsageError(`${operation} needs ${missing.map(usageOf).join(" ")}${settingAdvice(missing)}.`);
  if (hasContent || body === undefined) return;
  if (body.file?.required) throw new UsageError(`${operation} needs a file: ${body.file.name}=@path.`);
  if (!body.required || body.fields !== undefined) return;
  throw new UsageError(
    `${operation} needs a body (${body.type}): give --body FILE, or --body - to read it from standard input.`,
  );
}

function settingAdvice(missing: readonly PlacedParameter[]): string {
  const [setting] = missing.flatMap(({ fromConnection }) => fromConnection ?? []);
  return setting === undefined ? "" : `, or a "${setting}" of the connection in the configuration`;
}

function twice(name: string): UsageError {
  return new UsageError(`${name} is given twice.`);
}
