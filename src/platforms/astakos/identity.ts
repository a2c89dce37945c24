import type { Account } from "../../identity/account.ts";
import { asList, asText, type Fields } from "../read.ts";

/** Whose token it is, as `authenticate` answers. */
export interface AstakosIdentity {
  readonly uuid?: string;
  readonly displayname?: string;
  readonly name?: string;
  readonly emails: readonly string[];
  readonly tokenCreated?: Date;
  readonly tokenExpires?: Date;
}

/** Reads the answer of `authenticate`. `displayname` (the document's word) and `username` (the server's) are the same thing. */
export function astakosIdentity(fields: Fields): AstakosIdentity {
  return {
    emails: emailsOf(fields.email),
    ...given("uuid", asText(fields.uuid) ?? asText(fields.uniq)),
    ...given("displayname", asText(fields.displayname) ?? asText(fields.username)),
    ...given("name", asText(fields.name)),
    ...given("tokenCreated", dateOf(fields.auth_token_created)),
    ...given("tokenExpires", dateOf(fields.auth_token_expires)),
  };
}

/** One entry of a catalog as an account. The display name is the user's e-mail address in small letters. */
export function astakosAccount(connection: string, uuid: string, displayname: string): Account {
  return {
    connection,
    id: uuid,
    userName: displayname,
    emails: displayname.includes("@") ? [displayname] : [],
    active: true,
    attributes: { uuid, displayname },
  };
}

function given<Name extends string, Value>(name: Name, value: Value | undefined): { [key in Name]?: Value } {
  return value === undefined ? {} : ({ [name]: value } as { [key in Name]?: Value });
}

/** A list, an address, or an address in brackets (as the document prints it). */
function emailsOf(value: unknown): readonly string[] {
  const list = asList(value);
  if (list !== undefined) return list.map(asText).filter((email) => email !== undefined);
  const text = asText(value)?.replace(/^\s*\[|\]\s*$/g, "") ?? "";
  return text
    .split(",")
    .map((part) => part.trim().replace(/^["']|["']$/g, ""))
    .filter((part) => part !== "");
}

const earliestMilliseconds = 1e11;

/** Milliseconds since the epoch (what the server sends), seconds, or an RFC 1123 date (what the document says). */
function dateOf(value: unknown): Date | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  const time =
    typeof number === "number"
      ? number * (number < earliestMilliseconds ? 1000 : 1)
      : Date.parse(asText(value) ?? "");
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
