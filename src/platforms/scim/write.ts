import type { AttributeSet } from "../../identity/directory.ts";
import type { Fields } from "../read.ts";

const userSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
const patchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

/** The User resource that creates an account. Active unless told otherwise; an address given as text becomes the primary work address. */
export function newUser(set: AttributeSet): Fields {
  const assigned = Object.entries(set).filter(([, value]) => value !== null);
  const { emails, ...others } = Object.fromEntries(assigned);
  const list = typeof emails === "string" ? [{ value: emails, type: "work", primary: true }] : emails;
  return { schemas: [userSchema], active: true, ...others, ...(list === undefined ? {} : { emails: list }) };
}

/**
 * The PatchOp that sets attributes (RFC 7644 section 3.5.2): one `replace` without a path for what is assigned, whose value is an
 * object as ODM's document wants it, and one `remove` for each attribute that is cleared.
 */
export function patchOf(set: AttributeSet): Fields {
  const assigned = Object.entries(set).filter(([, value]) => value !== null);
  const cleared = Object.keys(set).filter((name) => set[name] === null);
  return {
    schemas: [patchSchema],
    Operations: [
      ...(assigned.length === 0 ? [] : [{ op: "replace", value: Object.fromEntries(assigned) }]),
      ...cleared.map((path) => ({ op: "remove", path })),
    ],
  };
}
