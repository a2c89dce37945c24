import type { Account } from "./account.ts";
import type { Judgement } from "./judgement.ts";
import { normaliseKey } from "./values.ts";

/** One attribute of several accounts: a value for each, empty where there is none. */
export interface ComparedRow {
  readonly attribute: string;
  readonly values: readonly string[];
  /** Whether two accounts that have a value differ in it, beyond case and Unicode form. */
  readonly differs: boolean;
}

/**
 * Accounts side by side: what all platforms share first, then what each platform says besides, by its own names. Attributes that no
 * account has are left out.
 */
export function compareAccounts(accounts: readonly Account[]): readonly ComparedRow[] {
  const shared = sharedAttributes.map(([attribute, read]) => rowOf(attribute, accounts.map(read)));
  const own = accounts.map((account) => ownValues(account));
  const names = [...new Set(own.flatMap((values) => [...values.keys()]))].toSorted();
  const others = names.map((name) =>
    rowOf(
      name,
      own.map((values) => values.get(name) ?? ""),
    ),
  );
  return [...shared, ...others].filter(({ values }) => values.some((value) => value !== ""));
}

const sharedAttributes: readonly (readonly [string, (account: Account) => string])[] = [
  ["user name", ({ userName }) => userName ?? ""],
  ["name", ({ displayName }) => displayName ?? ""],
  ["e-mail", ({ emails }) => emails.join(", ")],
  ["external id", ({ externalId }) => externalId ?? ""],
  ["active", ({ active }) => (active ? "yes" : "no")],
];

/** Attributes that are shown under a shared name, or say nothing of the person. */
const passedOver: ReadonlySet<string> = new Set([
  "schemas",
  "meta",
  "id",
  "username",
  "displayname",
  "emails",
  "email",
  "externalid",
  "active",
]);

function ownValues({ id, attributes }: Account): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (path: string, value: unknown) => {
    if (Array.isArray(value) && value.every((each) => typeof each !== "object"))
      found.set(path, value.join(", "));
    else if (typeof value === "object" && value !== null)
      for (const [name, member] of Object.entries(value)) add(`${path}.${name}`, member);
    else if (value !== undefined && value !== null && value !== "" && value !== id)
      found.set(path, String(value));
  };
  for (const [name, value] of Object.entries(attributes))
    if (!passedOver.has(name.toLowerCase())) add(name, value);
  return found;
}

function rowOf(attribute: string, values: readonly string[]): ComparedRow {
  const given = values.filter((value) => value !== "").map((value) => normaliseKey(attribute, value));
  return { attribute, values, differs: new Set(given).size > 1 };
}

/** The accounts that are named, as judgements hold them, in the order of the names. */
export function accountsAmong(
  judgements: readonly Pick<Judgement, "targets" | "sources">[],
  named: readonly Pick<Account, "connection" | "id">[],
): readonly Account[] {
  const wanted = new Set(named.map(nameOf));
  const found = new Map<string, Account>();
  for (const { targets, sources } of judgements)
    for (const account of [...targets, ...sources])
      if (wanted.has(nameOf(account))) found.set(nameOf(account), account);
  return named.flatMap((name) => found.get(nameOf(name)) ?? []);
}

function nameOf({ connection, id }: Pick<Account, "connection" | "id">): string {
  return JSON.stringify([connection, id]);
}
