import { toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { linksSchema } from "./links/schema.ts";
import { configurationSchema } from "./schema.ts";

/** The JSON schema (draft-07) of rollcall.jsonc, for completion and checks in editors. */
export function configurationJsonSchema(): object {
  return jsonSchemaOf(configurationSchema);
}

/** The JSON schema (draft-07) of a links file. */
export function linksJsonSchema(): object {
  return jsonSchemaOf(linksSchema);
}

function jsonSchemaOf(schema: GenericSchema): object {
  return toJsonSchema(schema, {
    target: "draft-07",
    typeMode: "input",
    errorMode: "ignore",
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === "loose_object" ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
}
