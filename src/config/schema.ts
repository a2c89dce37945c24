import * as v from "valibot";
import { closed } from "./closed.ts";
import { type connectionSchema, connectionsSchema } from "./connection-schema.ts";
import { reconcileSchema } from "./reconcile-schema.ts";

/** rollcall.jsonc, as it is written. The one definition that both the checks and the editor's JSON schema come from. */
export const configurationSchema = v.pipe(
  closed({
    $schema: v.optional(
      v.pipe(v.string(), v.description("A JSON schema for editors. Rollcall itself ignores it.")),
    ),
    connections: connectionsSchema,
    reconcile: v.optional(reconcileSchema),
  }),
  v.title("Rollcall configuration"),
);

export type WrittenConfiguration = v.InferOutput<typeof configurationSchema>;
export type WrittenConnection = v.InferOutput<typeof connectionSchema>;
export type WrittenReconcile = v.InferOutput<typeof reconcileSchema>;
