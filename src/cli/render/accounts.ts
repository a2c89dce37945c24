import type { Account } from "../../identity/account.ts";
import type { Paint } from "../output/paint.ts";
import { printable } from "../output/printable.ts";
import { table } from "../output/table.ts";

/** Accounts as a table: where, id, user name, e-mail, name, and whether inactive. */
export function accountTable(accounts: readonly Account[], paint: Paint): string[] {
  if (accounts.length === 0) return [];
  const columns = ["Connection", "Id", "User name", "E-mail", "Name", ""].map((title) => ({ title }));
  const rows = accounts.map((account) => [
    account.connection,
    printable(account.id),
    printable(account.userName ?? ""),
    printable(account.emails.join(", ")),
    printable(account.displayName ?? ""),
    account.active ? "" : "inactive",
  ]);
  return table(columns, rows, paint);
}
