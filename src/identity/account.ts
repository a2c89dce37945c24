/** One record in a directory, in the words that all platforms share. */
export interface Account {
  /** Name of the connection in the configuration, for example `odm`. */
  readonly connection: string;
  /** The platform's own stable id: SCIM `id`, Astakos `uuid`, Agave `username`. */
  readonly id: string;
  readonly userName?: string;
  readonly displayName?: string;
  readonly externalId?: string;
  /** E-mail addresses as the platform wrote them, the primary one first. */
  readonly emails: readonly string[];
  readonly active: boolean;
  /** What filters and rules read, under the platform's own attribute names: a SCIM User resource, an Agave profile, an Astakos catalog entry. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** One value of a SCIM attribute that a change can set: a JSON scalar, `null` to clear it, or a list of e-mails on creation. */
export type AttributeValue = string | number | boolean | null | readonly EmailValue[];

/** A value of the SCIM `emails` attribute (RFC 7643 section 4.1.2). */
export interface EmailValue {
  readonly value: string;
  readonly type?: string;
  readonly primary?: boolean;
}

/** How a person reads an account: its display name where there is one, else its user name, e-mail or id. */
export function accountLabel(account: Account): string {
  return account.displayName || account.userName || account.emails[0] || account.id;
}
