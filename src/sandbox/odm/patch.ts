import { isObject } from "../server/message.ts";
import { clearAttribute, isSimpleAttribute, setAttribute } from "./attributes.ts";
import { patchSchema, ScimError, userSchema } from "./scim.ts";
import type { UserWrite } from "./store.ts";

interface Operation {
  readonly op: "add" | "replace" | "remove";
  readonly path: string | undefined;
  readonly value: unknown;
}

const attributePath = /^(?<name>[a-z$][\w$-]*)(?<rest>\[[^\]]*\](\.[a-z$][\w$-]*)?|(\.[a-z$][\w$-]*)+)?$/i;
const otherSchemaPath = /^urn:[^\s"[\]]+$/i;

/**
 * Reads a PATCH request (RFC 7644 section 3.5.2) as one write, so that it takes effect as a whole or not at all.
 * Throws `ScimError` 400 where any operation is refused.
 */
export function readPatch(body: unknown): UserWrite {
  return merged(readOperations(body).map(applyOperation));
}

function readOperations(body: unknown): readonly Operation[] {
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

function readOperation(operation: unknown): Operation {
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

function applyOperation({ op, path, value }: Operation): UserWrite {
  if (path === undefined) {
    if (op === "remove") throw new ScimError(400, "An operation that removes needs a path.", "noTarget");
    return setAll(value);
  }
  const name = attributeOf(path);
  if (name === undefined) return {};
  if (op === "remove") return clearAttribute(name);
  if (value === undefined) throw new ScimError(400, `The value for "${path}" is missing.`, "invalidValue");
  return setAttribute(name, value);
}

function setAll(value: unknown): UserWrite {
  if (!isObject(value)) {
    throw new ScimError(400, "An operation without a path needs an object as its value.", "invalidValue");
  }
  return merged(
    Object.entries(value).map(([path, part]) => {
      const name = attributeOf(path);
      return name === undefined ? {} : setAttribute(name, part);
    }),
  );
}

/** Of several writes to one attribute the last one counts. */
function merged(writes: readonly UserWrite[]): UserWrite {
  return Object.assign({}, ...writes);
}

/** The attribute that a path names; undefined where it belongs to a schema that ODM does not have. */
function attributeOf(path: string): string | undefined {
  const prefix = `${userSchema}:`;
  const local = path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length) : path;
  const { name, rest } = attributePath.exec(local)?.groups ?? {};
  if (name === undefined) {
    if (otherSchemaPath.test(local)) return undefined;
    throw new ScimError(400, `The path "${path}" is not valid.`, "invalidPath");
  }
  if (rest !== undefined && isSimpleAttribute(name)) {
    throw new ScimError(400, `The attribute "${name}" has no parts: "${path}".`, "invalidPath");
  }
  return name;
}
