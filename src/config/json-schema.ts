import { toJsonSchema } from "@valibot/to-json-schema";
import { configurationSchema } from "./schema.ts";

/** The JSON schema (draft-07) of rollcall.jsonc, for completion and checks in editors. */
export function configurationJsonSchema(): object {
  return toJsonSchema(configurationSchema, {
    target: "draft-07",
    typeMode: "input",
    errorMode: "ignore",
    overrideSchema: ({ valibotSchema, jsonSchema }) =>
      valibotSchema.type === "loose_object" ? { ...jsonSchema, additionalProperties: false } : undefined,
  });
}
