import type { Account } from "../identity/account.ts";
import type { Directory, Reading } from "../identity/directory.ts";
import type { Memory } from "../ledger/memory.ts";

/** Whether a directory shows its active accounts alone. */
export function hidesInactive({ abilities }: Pick<Directory, "abilities">): boolean {
  return abilities.enumerates === "active";
}

/**
 * Remembers the accounts that a directory has shown. Answers those that it hides, as they were last seen: only a directory that
 * hides its inactive accounts, and that was read to its end, is known to hide any.
 */
export function rememberShown(
  memory: Memory,
  directory: Directory,
  { accounts, complete }: Pick<Reading, "accounts" | "complete">,
): readonly Account[] {
  memory.rememberAccounts(accounts);
  if (!hidesInactive(directory) || !complete) return [];
  const { connection } = directory;
  const hidden = memory.accountsNotShown(connection, new Set(accounts.map(({ id }) => id)));
  memory.noteHidden(
    connection,
    hidden.map(({ id }) => id),
  );
  return hidden;
}
