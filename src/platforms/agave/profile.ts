import type { Account } from "../../identity/account.ts";
import { asFields, asText, type Fields } from "../read.ts";

/** Attributes of a profile and the names under which servers send them: camelCase as documented, snake_case from the live service. */
const spellings = {
  username: ["username"],
  email: ["email"],
  firstName: ["firstName", "first_name"],
  lastName: ["lastName", "last_name"],
  fullName: ["fullName", "full_name"],
  phone: ["phone"],
  mobilePhone: ["mobilePhone", "mobile_phone"],
  status: ["status"],
  uid: ["uid"],
  createTime: ["createTime", "create_time"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** An Agave profile as an account, its attributes in camelCase; undefined where it has no user name. */
export function agaveAccount(connection: string, profile: unknown): Account | undefined {
  const fields = asFields(profile);
  const username = asText(fields?.username);
  if (fields === undefined || username === undefined) return undefined;
  const attributes = attributesOf(fields);
  const email = asText(attributes.email);
  const displayName = asText(attributes.fullName);
  return {
    connection,
    id: username,
    userName: username,
    ...(displayName === undefined ? {} : { displayName }),
    emails: email === undefined ? [] : [email],
    active: isActive(attributes.status),
    attributes,
  };
}

function attributesOf(fields: Fields): Fields {
  const attributes: Record<string, unknown> = {};
  for (const [name, sent] of Object.entries(spellings)) {
    const spelling = sent.find((candidate) => fields[candidate] !== undefined && fields[candidate] !== null);
    if (spelling !== undefined) attributes[name] = fields[spelling];
  }
  return attributes;
}

function isActive(status: unknown): boolean {
  return (
    status === undefined || status === "" || (typeof status === "string" && status.toLowerCase() === "active")
  );
}
