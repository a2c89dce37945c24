import { clearAttribute, isSimpleAttribute, setAttribute } from "./attributes.ts";
import { objectValue, type PatchOperation, parsePath, readOperations } from "./patchOperations.ts";
import { ScimError, userSchema } from "./scim.ts";
import type { UserWrite } from "./store.ts";

/**
 * Reads a PATCH request on a user (RFC 7644 section 3.5.2) as one write, so that it takes effect as a whole or not at
 * all. Throws `ScimError` 400 where any operation is refused.
 */
export function readPatch(body: unknown): UserWrite {
  return merged(readOperations(body).map(applyOperation));
}

function applyOperation({ op, path, value }: PatchOperation): UserWrite {
  if (path === undefined) {
    if (op === "remove") throw new ScimError(400, "An operation that removes needs a path.", "noTarget");
    return setAll(objectValue(value));
  }
  const name = attributeOf(path);
  if (name === undefined) return {};
  if (op === "remove") return clearAttribute(name);
  if (value === undefined) throw new ScimError(400, `The value for "${path}" is missing.`, "invalidValue");
  return setAttribute(name, value);
}

function setAll(values: Readonly<Record<string, unknown>>): UserWrite {
  return merged(
    Object.entries(values).map(([path, part]) => {
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
  const parsed = parsePath(path, userSchema);
  if (parsed?.rest !== undefined && isSimpleAttribute(parsed.name)) {
    throw new ScimError(400, `The attribute "${parsed.name}" has no parts: "${path}".`, "invalidPath");
  }
  return parsed?.name;
}
