import type { Account } from "../../identity/account.ts";
import type { Directory } from "../../identity/directory.ts";
import { normaliseKey } from "../../identity/values.ts";
import type { Memory } from "../../ledger/memory.ts";
import { hidesInactive } from "../remember.ts";

/** What two accounts of a directory cannot share. */
export interface Names {
  readonly email?: string;
  readonly userName?: string;
}

/** Who has an e-mail address or a user name. */
export interface Holders {
  /** Accounts that the directory shows. */
  readonly shown: readonly Account[];
  /** Accounts that it hides, as they were last seen. Of those it hides, only they are known that were seen before. */
  readonly hidden: readonly Account[];
}

/** Looks up who has an e-mail address or a user name, whatever its case. Rejects where the directory gave no answer that says so. */
export async function holdersOf(
  directory: Directory,
  memory: Memory,
  names: Names,
  options: { readonly signal?: AbortSignal } = {},
): Promise<Holders> {
  const { email, userName } = names;
  const { accounts, complete, notes } = await directory.lookUp(
    { email: email === undefined ? [] : [email], userName: userName === undefined ? [] : [userName] },
    options,
  );
  if (!complete) throw new Error(notes.join(" "));
  const shown = accounts.filter((account) => has(account, names));
  if (!hidesInactive(directory)) return { shown, hidden: [] };
  const others = memory
    .accountsNotShown(directory.connection, new Set(shown.map(({ id }) => id)))
    .filter((account) => has(account, names));
  const hidden = await Promise.all(others.map((account) => stillHidden(directory, memory, account, options)));
  return { shown, hidden: hidden.filter((account) => account !== undefined) };
}

/** An account that is shown had the name once and has another one now. */
async function stillHidden(
  directory: Directory,
  memory: Memory,
  account: Account,
  options: { readonly signal?: AbortSignal },
): Promise<Account | undefined> {
  const present = await directory.get(account.id, options);
  if (present === undefined) return account;
  memory.rememberAccounts([present]);
  return undefined;
}

function has(account: Account, { email, userName }: Names): boolean {
  return (
    account.emails.some((each) => same("emails.value", each, email)) ||
    same("userName", account.userName, userName)
  );
}

function same(attribute: string, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return normaliseKey(attribute, one) === normaliseKey(attribute, other);
}
