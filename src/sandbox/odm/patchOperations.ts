import { isObject } from "../server/message.ts";
import { patchSchema, ScimError } from "./scim.ts";

/** One operation of a PATCH request. */
export interface PatchOperation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string | undefined;
  readonly value: unknown;
}

/** What a path names: an attribute, and what stands behind its name (`.value`, `[…]`). */
export interface AttributePath {
  readonly name: string;
  readonly rest: string | undefined;
}

const attributePath = /^(?<name>[a-z$][\w$-]*)(?<rest>\[[^\]]*\](\.[a-z$][\w$-]*)?|(\.[a-z$][\w$-]*)+)?$/i;
const otherSchemaPath = /^urn:[^\s"[\]]+$/i;

/** Reads the operations of a PATCH request (RFC 7644 section 3.5.2). Throws `ScimError` 400. */
export function readOperations(body: unknown): readonly PatchOperation[] {
  if (!isObject(body)) throw new ScimError(400, "The request body must be a JSON object.", "invalidSyntax");
  const { schemas, Operations: operations } = body;
  if (!Array.isArray(schemas) || !schemas.includes(patchSchema)) {
    throw new ScimError(400, `The attribute "schemas" must name ${patchSchema}.`, "invalidSyntax");
  }
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new ScimError(400, 'The attribute "Operations" must be a list that is not empty.', "invalidSyntax");
  }
  return operations.map(readOperation);
}

function readOperation(operation: unknown): PatchOperation {
  if (!isObject(operation)) throw new ScimError(400, "An operation must be an object.", "invalidSyntax");
  const { op, path, value } = operation;
  if (op !== "add" && op !== "replace" && op !== "remove") {
    throw new ScimError(
      400,
      `The operation ${JSON.stringify(op)} is unknown: add, replace, remove.`,
      "invalidSyntax",
    );
  }
  if (path !== undefined && path !== null && typeof path !== "string") {
    throw new ScimError(400, "A path must be a string.", "invalidPath");
  }
  return { op, path: path ?? undefined, value };
}

/**
 * Reads a path, with or without the URN of the schema before it; undefined where it belongs to a schema that ODM does
 * not have. Throws `ScimError` 400 `invalidPath`.
 */
export function parsePath(path: string, schema: string): AttributePath | undefined {
  const prefix = `${schema}:`;
  const local = path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length) : path;
  const { name, rest } = attributePath.exec(local)?.groups ?? {};
  if (name !== undefined) return { name, rest };
  if (otherSchemaPath.test(local)) return undefined;
  throw new ScimError(400, `The path "${path}" is not valid.`, "invalidPath");
}

/** The object of an operation without a path. Throws `ScimError` 400 `invalidValue` where it is something else. */
export function objectValue(value: unknown): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw new ScimError(400, "An operation without a path needs an object as its value.", "invalidValue");
}
