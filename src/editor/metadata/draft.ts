import type { MetadataSchema } from "../../platforms/agave/answers/meta.ts";
import { jsonDraftProblem, readJsonDraft } from "../calls/json-draft.ts";
import type { Remark } from "../ui/ask.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a new piece of metadata begins as: associated with something, and after a schema where there is one. */
export function metadataDraft(
  about: { readonly uuid: string; readonly name: string },
  schema: MetadataSchema | undefined,
): string {
  const metadata = {
    name: "note",
    value: schema === undefined ? { text: "" } : exampleOf(schema.schema),
    associationIds: [about.uuid],
    ...(schema === undefined ? {} : { schemaId: schema.uuid }),
  };
  return draft(`Metadata of ${about.name}. Add or discard it above; comments are not sent.`, metadata);
}

/** What a new schema begins as. */
export function schemaDraft(): string {
  return draft("A JSON schema for the values of metadata. Add or discard it above; comments are not sent.", {
    title: "Plate",
    type: "object",
    properties: { wells: { type: "integer" } },
    required: ["wells"],
  });
}

/** What is wrong with a piece of metadata as it is written. */
export function metadataProblem(text: string): Remark | undefined {
  const remark = objectProblem(text, "Metadata");
  if (remark !== undefined) return remark;
  const { name, value, associationIds = [] } = readJsonDraft(text) as Fields;
  if (typeof name !== "string" || name.trim() === "") return { message: "Metadata needs a name." };
  if (value === undefined || value === null) return { message: "Metadata needs a value." };
  if (!Array.isArray(associationIds) || !associationIds.every((id) => typeof id === "string"))
    return { message: "associationIds is a list of uuids." };
  return undefined;
}

/** What is wrong with a schema as it is written. */
export function schemaProblem(text: string): Remark | undefined {
  return objectProblem(text, "A JSON schema");
}

/** A value that a schema describes, with its fields empty. */
export function exampleOf(schema: unknown): unknown {
  if (!isObject(schema)) return "";
  const { default: usual, const: only, enum: values, properties, type } = schema;
  if (usual !== undefined) return usual;
  if (only !== undefined) return only;
  if (Array.isArray(values) && values.length > 0) return values[0];
  if (isObject(properties))
    return Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, exampleOf(each)]));
  const kind = Array.isArray(type) ? type[0] : type;
  return typeof kind === "string" && Object.hasOwn(empty, kind) ? empty[kind] : "";
}

const empty: Fields = {
  object: {},
  array: [],
  string: "",
  number: 0,
  integer: 0,
  boolean: false,
  null: null,
};

function objectProblem(text: string, what: string): Remark | undefined {
  const remark = jsonDraftProblem(text);
  if (remark !== undefined) return remark;
  return isObject(readJsonDraft(text)) ? undefined : { message: `${what} is a JSON object.` };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function draft(comment: string, value: object): string {
  return `// ${comment}\n${JSON.stringify(value, null, 2)}\n`;
}
