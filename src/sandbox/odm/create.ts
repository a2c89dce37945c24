import { isObject } from "../server/message.ts";
import { booleanValue, setAttribute, textValue } from "./attributes.ts";
import { ScimError } from "./scim.ts";
import type { NewUser } from "./store.ts";

/**
 * Reads the body of a creation. `active`, `displayName` and exactly one work e-mail are required; `schemas` and
 * `userName` are not; attributes that ODM does not know are ignored. Throws `ScimError` 400.
 */
export function readNewUser(body: unknown): NewUser {
  if (!isObject(body)) throw new ScimError(400, "The request body must be a JSON object.", "invalidSyntax");
  const given = (name: string) =>
    body[name] === undefined || body[name] === null ? {} : setAttribute(name, body[name]);
  return {
    ...given("userName"),
    ...given("externalId"),
    displayName: textValue("displayName", body.displayName),
    active: booleanValue("active", body.active),
    email: readEmail(body.emails),
  };
}

function readEmail(emails: unknown): string {
  if (!Array.isArray(emails) || emails.length === 0) {
    throw new ScimError(400, 'The attribute "emails" is required.', "invalidValue");
  }
  const [email, ...others] = emails as unknown[];
  if (others.length > 0) throw new ScimError(400, "Only one email can be specified.", "invalidValue");
  if (!isObject(email)) throw new ScimError(400, "An e-mail must be an object.", "invalidValue");
  if (email.type !== undefined && email.type !== "work") {
    throw new ScimError(400, 'The type of an e-mail must be "work".', "invalidValue");
  }
  const value = textValue("emails.value", email.value);
  if (!/^[^@\s]+@[^@\s]+$/.test(value)) {
    throw new ScimError(400, `"${value}" is not an e-mail address.`, "invalidValue");
  }
  return value;
}
