import { compileFilter } from "../filter/compile.ts";
import type { Account } from "./account.ts";
import type { Context } from "./judging/context.ts";
import type { Report } from "./plan.ts";
import type { Policy } from "./policy.ts";
import { normaliseKey, readStrings } from "./values.ts";

/** Users of the target that are never changed, each by its name. */
export interface ProtectedNames {
  /** Compared to the letter. */
  readonly ids: readonly string[];
  /** Compared whatever their case. */
  readonly userNames: readonly string[];
}

type Protection = Pick<Policy, "protect" | "protectNamed">;

/** Whether a policy protects anybody at all. */
export function hasProtection({ protect, protectNamed }: Protection): boolean {
  return protect !== undefined || protectNamed !== undefined;
}

/** Makes the test of whether a user of the target, as a resource, is protected. Throws FilterError where the filter cannot be evaluated. */
export function compileProtection({ protect, protectNamed }: Protection): (resource: unknown) => boolean {
  const byFilter = protect ? compileFilter(protect) : () => false;
  if (!protectNamed) return byFilter;
  const ids = keys("id", protectNamed.ids);
  const userNames = keys("userName", protectNamed.userNames);
  const isNamed = (resource: unknown) =>
    typeof resource === "object" &&
    resource !== null &&
    (isAmong(ids, "id", resource) || isAmong(userNames, "userName", resource));
  return (resource) => byFilter(resource) || isNamed(resource);
}

/**
 * What to tell of protected names that nobody among the accounts of the target has, which may be mistakes: one report for each. They
 * hold nothing back. What the target did not show to its end says nothing of who is there.
 */
export function unmetProtectionReports({ world, policy }: Context): readonly Report[] {
  const { protectNamed, target: connection } = policy;
  if (!protectNamed || !world.target.complete) return [];
  const accounts = [...world.target.accounts, ...world.hidden];
  return [
    ...unmet("id", protectNamed.ids, accounts).map((id) =>
      report(`${connection} ${id}`, { connection, id }, `protect.ids names ${JSON.stringify(id)}`),
    ),
    ...unmet("userName", protectNamed.userNames, accounts).map((name) =>
      report(name, { connection, id: null }, `protect.userNames names ${JSON.stringify(name)}`),
    ),
  ];
}

function report(person: string, target: Report["target"], what: string): Report {
  const why = `${what}, which no account of ${target.connection} has: it may be a mistake. Nothing is held back by it.`;
  return { person, target, situation: "protected", why };
}

function unmet(attribute: string, names: readonly string[], accounts: readonly Account[]): readonly string[] {
  if (names.length === 0) return [];
  const present = keys(
    attribute,
    accounts.flatMap((account) => readStrings(account, attribute)),
  );
  return [...new Set(names)].filter((name) => !present.has(normaliseKey(attribute, name)));
}

function keys(attribute: string, names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => normaliseKey(attribute, name)));
}

function isAmong(names: ReadonlySet<string>, attribute: string, resource: object): boolean {
  if (names.size === 0) return false;
  return readStrings({ attributes: resource as Account["attributes"] }, attribute).some((value) =>
    names.has(normaliseKey(attribute, value)),
  );
}
