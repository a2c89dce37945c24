import { isObject } from "../../server/message.ts";
import type { UuidType } from "../ids.ts";
import { schemaFault, violation } from "./jsonSchema.ts";
import type { MetaStore } from "./store.ts";

/** What a body is worth: the content of a record, or why it is refused, with the status. */
export type ReadContent =
  | { readonly content: Readonly<Record<string, unknown>> }
  | { readonly fault: string; readonly status: number };

/** What tells metadata from schemas. */
export interface MetaKind {
  /** The segment of the path. */
  readonly segment: "data" | "schemas";
  readonly type: Extract<UuidType, "metadata" | "schema">;
  /** For messages. */
  readonly noun: string;
  /** Whether the list of permissions is paged. */
  readonly pagesPermissions: boolean;
  /** The attributes that a list can be sorted by. */
  readonly sortable: readonly string[];
  read(body: unknown, schemas: MetaStore): ReadContent;
}

const refused = (reason: string, status = 400): ReadContent => ({
  fault: `Unable to parse form. ${reason}`,
  status,
});

function readMetadata(body: unknown, schemas: MetaStore): ReadContent {
  if (!isObject(body)) return refused("Metadata is a JSON object.");
  const { name, value, schemaId = null, associationIds = [] } = body;
  if (typeof name !== "string" || name === "") {
    return refused("No name attribute specified. Please associate a name with the metadata value.");
  }
  if (value === undefined || value === null) return refused("No value attribute specified.");
  if (!Array.isArray(associationIds) || !associationIds.every((id) => typeof id === "string")) {
    return refused("associationIds is an array of uuids.");
  }
  const stranger = associationIds.find((id) => !/-\d{3}$/.test(id));
  if (stranger !== undefined) return refused(`No associated object found with uuid ${stranger}`);
  if (schemaId !== null) {
    const schema = typeof schemaId === "string" ? schemas.get(schemaId) : undefined;
    if (schema === undefined) return refused(`Specified schema does not exist: ${schemaId}`);
    const broken = violation(schema.content.schema, value);
    if (broken !== undefined) {
      return refused(`Metadata value does not conform to schema ${schemaId}: ${broken}.`);
    }
  }
  return { content: { schemaId, associationIds, name, value } };
}

function readSchema(body: unknown): ReadContent {
  const fault = schemaFault(body);
  return fault === undefined
    ? { content: { schema: body } }
    : { fault: `The supplied JSON Schema definition is invalid: ${fault}.`, status: 400 };
}

const common = ["uuid", "tenantId", "internalUsername", "lastUpdated", "created", "owner"];

/** Metadata and schemas. */
export const metaKinds: readonly MetaKind[] = [
  {
    segment: "data",
    type: "metadata",
    noun: "metadata item",
    pagesPermissions: false,
    sortable: [...common, "schemaId", "name", "value"],
    read: readMetadata,
  },
  {
    segment: "schemas",
    type: "schema",
    noun: "metadata schema",
    pagesPermissions: true,
    sortable: common,
    read: readSchema,
  },
];
