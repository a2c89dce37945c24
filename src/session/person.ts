import type { Account } from "../identity/account.ts";
import type { Judgement } from "../identity/judgement.ts";
import type { Change } from "../identity/plan.ts";
import type { HistoryEntry } from "../reconcile/history.ts";

/** All that is known of one person. */
export interface PersonRecord {
  readonly judgement: Judgement;
  /** What the plan changes of the person's accounts. */
  readonly changes: readonly Change[];
  /** What past runs did, the newest first. */
  readonly history: readonly HistoryEntry[];
}

/** An attribute of several accounts side by side. */
export interface AttributeRow {
  readonly attribute: string;
  /** One for each account; undefined where it has none. */
  readonly values: readonly (string | undefined)[];
}

/**
 * The accounts side by side: first what all platforms share, then every other attribute under the platform's own name. Values are as
 * they were read, objects and lists as JSON.
 */
export function attributeRows(accounts: readonly Account[]): readonly AttributeRow[] {
  const shared = Object.entries(sharedAttributes).map(([attribute, read]) => ({
    attribute,
    values: accounts.map(read),
  }));
  const own = new Set(accounts.flatMap(({ attributes }) => Object.keys(attributes)));
  const others = [...own]
    .filter((name) => !isShared.has(name.toLowerCase()))
    .map((attribute) => ({
      attribute,
      values: accounts.map(({ attributes }) => valueText(attributes[attribute])),
    }));
  return [...shared, ...others].filter(({ values }) => values.some((value) => value !== undefined));
}

const sharedAttributes: Readonly<Record<string, (account: Account) => string | undefined>> = {
  id: ({ id }) => id,
  userName: ({ userName }) => valueText(userName),
  displayName: ({ displayName }) => valueText(displayName),
  emails: ({ emails }) => valueText(emails.join(", ")),
  externalId: ({ externalId }) => valueText(externalId),
  active: ({ active }) => String(active),
};

/** Names, folded, under which platforms have what is shown as shared, and what tells nothing of a person. */
const isShared: ReadonlySet<string> = new Set([
  ...Object.keys(sharedAttributes).map((name) => name.toLowerCase()),
  "schemas",
]);

function valueText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
