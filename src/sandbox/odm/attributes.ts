import { ScimError } from "./scim.ts";
import type { UserWrite } from "./store.ts";

interface EditableAttribute {
  /** Turns a value into what the store takes. Throws `ScimError` 400 on a value of another type. */
  readonly write: (value: unknown) => UserWrite;
  readonly required: boolean;
}

/** Attributes of ODM that a client may set, by their names in lower case. */
const editable: Readonly<Record<string, EditableAttribute>> = {
  username: { write: (value) => ({ userName: textValue("userName", value) }), required: true },
  displayname: { write: (value) => ({ displayName: textValue("displayName", value) }), required: true },
  externalid: {
    write: (value) => ({ externalId: value === "" ? null : textValue("externalId", value) }),
    required: false,
  },
  active: { write: (value) => ({ active: booleanValue("active", value) }), required: true },
};

/** Attributes of ODM that exist and cannot be changed, by their names in lower case. */
const readOnly = new Set(["id", "meta", "emails"]);

/**
 * What setting an attribute writes; null and an empty `externalId` clear it (RFC 7643 section 2.5).
 * Attributes that ODM does not know are ignored. `name` is compared without case.
 * Throws `ScimError` 400: `mutability` for what cannot be changed or cleared, `invalidValue` for a wrong type.
 */
export function setAttribute(name: string, value: unknown): UserWrite {
  if (value === null) return clearAttribute(name);
  return known(name)?.write(value) ?? {};
}

/** What removing an attribute writes. Throws `ScimError` 400 `mutability` where ODM needs it or never changes it. */
export function clearAttribute(name: string): UserWrite {
  const attribute = known(name);
  if (attribute === undefined) return {};
  if (attribute.required) throw new ScimError(400, `The attribute "${name}" is required.`, "mutability");
  return { externalId: null };
}

function known(name: string): EditableAttribute | undefined {
  const folded = name.toLowerCase();
  if (readOnly.has(folded)) {
    throw new ScimError(400, `The attribute "${name}" cannot be changed.`, "mutability");
  }
  return Object.hasOwn(editable, folded) ? editable[folded] : undefined;
}

/** Whether ODM has an attribute of this name that takes a value. */
export function isSimpleAttribute(name: string): boolean {
  return Object.hasOwn(editable, name.toLowerCase());
}

/** A text that is not empty. Throws `ScimError` 400 `invalidValue` otherwise. */
export function textValue(name: string, value: unknown): string {
  if (typeof value === "string" && value.trim() !== "") return value;
  throw new ScimError(400, `The attribute "${name}" must be a string that is not empty.`, "invalidValue");
}

/** A JSON boolean. Throws `ScimError` 400 `invalidValue` otherwise. */
export function booleanValue(name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new ScimError(400, `The attribute "${name}" must be true or false.`, "invalidValue");
}
