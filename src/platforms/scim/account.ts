import type { Account } from "../../identity/account.ts";
import { asFields, asList, asText, type Fields } from "../read.ts";

/** A SCIM User resource (RFC 7643 section 4.1) as an account; undefined where it has no id. */
export function scimAccount(connection: string, resource: unknown): Account | undefined {
  const fields = asFields(resource);
  const id = asText(fields?.id);
  if (fields === undefined || id === undefined) return undefined;
  return {
    connection,
    id,
    ...known("userName", asText(fields.userName)),
    ...known("displayName", asText(fields.displayName)),
    ...known("externalId", asText(fields.externalId)),
    emails: emailsOf(fields),
    active: !isFalse(fields.active),
    attributes: fields,
  };
}

function known(name: "userName" | "displayName" | "externalId", value: string | undefined): Partial<Account> {
  return value === undefined ? {} : { [name]: value };
}

function emailsOf(fields: Fields): readonly string[] {
  const primary: string[] = [];
  const others: string[] = [];
  for (const email of asList(fields.emails) ?? []) {
    const value = asText(email) ?? asText(asFields(email)?.value);
    if (value !== undefined) (asFields(email)?.primary === true ? primary : others).push(value);
  }
  return [...primary, ...others];
}

/** Some servers and clients write the boolean as a word. */
function isFalse(value: unknown): boolean {
  return value === false || (typeof value === "string" && value.toLowerCase() === "false");
}
