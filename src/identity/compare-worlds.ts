import type { Account } from "./account.ts";
import { canonicalJson } from "./digest.ts";
import { labelOf } from "./judging/label.ts";
import { compareText } from "./order.ts";
import type { World } from "./world.ts";

/** An account that two worlds differ in. */
export interface AccountRef {
  readonly id: string;
  /** How a person reads whose it is. */
  readonly person: string;
}

/** A value before and after; absent where there was none. */
export interface AttributeDifference {
  readonly from?: unknown;
  readonly to?: unknown;
}

export interface ChangedAccount extends AccountRef {
  readonly attributes: Readonly<Record<string, AttributeDifference>>;
}

/** What has become of the accounts of one connection. */
export interface ConnectionDifference {
  readonly connection: string;
  /** Whether it was read to its end both times; else who seems to have joined or left may only not have been read. */
  readonly complete: boolean;
  readonly joined: readonly AccountRef[];
  readonly left: readonly AccountRef[];
  readonly changed: readonly ChangedAccount[];
}

/**
 * Compares the accounts of two worlds, connection by connection: who joined, left or changed. An account that its directory has come
 * to hide, being deactivated, has changed and not left.
 */
export function compareWorlds(before: World, after: World): readonly ConnectionDifference[] {
  const [earlier, later] = [readingsOf(before), readingsOf(after)];
  return [...new Set([...earlier.keys(), ...later.keys()])].map((connection) => {
    const [from, to] = [earlier.get(connection) ?? nothing, later.get(connection) ?? nothing];
    return {
      connection,
      complete: from.complete && to.complete,
      joined: refs([...to.accounts.values()].filter(({ id }) => !from.accounts.has(id))),
      left: refs([...from.accounts.values()].filter(({ id }) => !to.accounts.has(id))),
      changed: [...to.accounts.values()]
        .flatMap((account) => changedAccount(from.accounts.get(account.id), account))
        .toSorted(byPerson),
    };
  });
}

/** Whether two worlds differ in any account. */
export function differ(differences: readonly ConnectionDifference[]): boolean {
  return differences.some(({ joined, left, changed }) => joined.length + left.length + changed.length > 0);
}

interface Accounts {
  readonly complete: boolean;
  readonly accounts: ReadonlyMap<string, Account>;
}

const nothing: Accounts = { complete: false, accounts: new Map() };

function readingsOf({ target, sources, hidden }: World): ReadonlyMap<string, Accounts> {
  return new Map(
    [target, ...sources].map(({ connection, complete, accounts }) => {
      const unseen = connection === target.connection ? hidden.map(deactivated) : [];
      return [
        connection,
        { complete, accounts: new Map([...unseen, ...accounts].map((account) => [account.id, account])) },
      ];
    }),
  );
}

function deactivated(account: Account): Account {
  return { ...account, active: false, attributes: { ...account.attributes, active: false } };
}

function changedAccount(from: Account | undefined, to: Account): readonly ChangedAccount[] {
  if (!from) return [];
  const attributes = differences(from, to);
  return Object.keys(attributes).length === 0 ? [] : [{ ...refOf(to), attributes }];
}

/** What says of a resource, and not of whom it is about: RFC 7643 §3.1, compared without case as all attribute names are. */
const keptByServer: ReadonlySet<string> = new Set(["meta"]);

function differences(from: Account, to: Account): Record<string, AttributeDifference> {
  const names = new Set([...Object.keys(from.attributes), ...Object.keys(to.attributes)]);
  for (const name of names) if (keptByServer.has(name.toLowerCase())) names.delete(name);
  const found: Record<string, AttributeDifference> = {};
  for (const name of [...names].toSorted(compareText)) {
    const [old, present] = [from.attributes[name], to.attributes[name]];
    if (old === present || canonicalJson(old ?? null) === canonicalJson(present ?? null)) continue;
    found[name] = { ...(old !== undefined && { from: old }), ...(present !== undefined && { to: present }) };
  }
  if (from.active !== to.active && !("active" in found)) found.active = { from: from.active, to: to.active };
  return found;
}

function refs(accounts: readonly Account[]): readonly AccountRef[] {
  return accounts.map(refOf).toSorted(byPerson);
}

function refOf(account: Account): AccountRef {
  return { id: account.id, person: labelOf([account], []) };
}

function byPerson(a: AccountRef, b: AccountRef): number {
  return compareText(a.person, b.person) || compareText(a.id, b.id);
}
