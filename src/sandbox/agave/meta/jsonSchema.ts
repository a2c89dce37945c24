import { isObject } from "../../server/message.ts";

const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: Number.isInteger,
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
};

/** What is wrong with a JSON Schema (draft-04, the keywords that are checked below); undefined where nothing is. */
export function schemaFault(schema: unknown): string | undefined {
  if (!isObject(schema)) return "a schema is a JSON object";
  const { type, properties, required, items, pattern } = schema;
  const unknownType = typesOf(type).find((name) => !(name in typeTests));
  if (unknownType !== undefined) return `"${unknownType}" is no type`;
  if (required !== undefined && !(Array.isArray(required) && required.every(isText))) {
    return `"required" is a list of names`;
  }
  if (properties !== undefined && !isObject(properties)) return `"properties" is an object`;
  if (pattern !== undefined && !isExpression(pattern)) return `"pattern" is a regular expression`;
  const parts = [...Object.values(properties ?? {}), ...(items === undefined ? [] : [items].flat())];
  return parts.map(schemaFault).find(Boolean);
}

/** Where a value breaks a JSON Schema, in words that begin with the place (`value.name`); undefined where it keeps it. */
export function violation(schema: unknown, value: unknown, place = "value"): string | undefined {
  if (!isObject(schema)) return undefined;
  const types = typesOf(schema.type);
  if (types.length > 0 && !types.some((type) => typeTests[type]?.(value))) {
    return `${place} is not of the type ${types.join(" or ")}`;
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) {
    return `${place} is none of ${schema.enum.join(", ")}`;
  }
  if (isText(value)) return textViolation(schema, value, place);
  if (typeof value === "number") return numberViolation(schema, value, place);
  if (Array.isArray(value)) {
    return value
      .map((item, index) => violation(schema.items, item, `${place}[${index}]`))
      .find((found) => found !== undefined);
  }
  return isObject(value) ? objectViolation(schema, value, place) : undefined;
}

type Fields = Readonly<Record<string, unknown>>;

function objectViolation(schema: Fields, value: Fields, place: string): string | undefined {
  const required = Array.isArray(schema.required) ? schema.required.filter(isText) : [];
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${place} has no ${missing}`;
  const properties = isObject(schema.properties) ? schema.properties : {};
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(properties, name));
  if (schema.additionalProperties === false && stranger !== undefined) {
    return `${place} has the unknown property ${stranger}`;
  }
  return Object.entries(properties)
    .filter(([name]) => Object.hasOwn(value, name))
    .map(([name, part]) => violation(part, value[name], `${place}.${name}`))
    .find((found) => found !== undefined);
}

function textViolation({ minLength, maxLength, pattern }: Fields, text: string, place: string) {
  if (typeof minLength === "number" && text.length < minLength) {
    return `${place} is shorter than ${minLength}`;
  }
  if (typeof maxLength === "number" && text.length > maxLength) return `${place} is longer than ${maxLength}`;
  if (isText(pattern) && !new RegExp(pattern, "u").test(text)) return `${place} does not match ${pattern}`;
  return undefined;
}

function numberViolation({ minimum, maximum }: Fields, number: number, place: string) {
  if (typeof minimum === "number" && number < minimum) return `${place} is below ${minimum}`;
  if (typeof maximum === "number" && number > maximum) return `${place} is above ${maximum}`;
  return undefined;
}

const isText = (value: unknown): value is string => typeof value === "string";

function isExpression(pattern: unknown): boolean {
  try {
    return isText(pattern) && Boolean(new RegExp(pattern, "u"));
  } catch {
    return false;
  }
}

const typesOf = (type: unknown): readonly string[] =>
  type === undefined ? [] : (Array.isArray(type) ? type : [type]).map(String);
