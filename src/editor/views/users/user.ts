import { type Account, accountLabel } from "../../../identity/account.ts";
import type { Resource } from "../../resources/resource.ts";

/** A SCIM user as the view has it. */
export type UserResource = Resource<Account>;

/** An account of a SCIM connection as a resource of the view, also where the list does not show it. */
export function userResource(account: Account): UserResource {
  const { connection, id, attributes } = account;
  return { view: "users", connection, id, name: accountLabel(account), data: account, json: attributes };
}

/** A user by name and e-mail, as questions name it. */
export function namedUser({ name, data: { emails, id } }: UserResource): string {
  const [email] = emails;
  return email === undefined || email === name ? `${name} (${id})` : `${name} (${email})`;
}
