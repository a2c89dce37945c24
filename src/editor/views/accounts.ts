import { type Account, accountLabel } from "../../identity/account.ts";
import { markdownText, type NodeSubject, type TreeNode } from "../tree/node.ts";

/** An account as an item of a view. */
export interface AccountSubject extends NodeSubject {
  readonly kind: "account";
  readonly account: Account;
}

/** What an account is read by besides its label: the user name, or the e-mail where there is none. */
function accountDescription(account: Account): string {
  const label = accountLabel(account);
  const second = [account.userName, account.emails[0]].find((text) => text !== undefined && text !== label);
  return [second, account.active ? undefined : "inactive"].filter(Boolean).join(" · ");
}

/** Flags that menus go by. */
export function accountFlags(account: Account): readonly string[] {
  return [account.active ? "active" : "inactive", ...(account.emails.length > 0 ? ["email"] : [])];
}

/** The account's identifiers as a Markdown tooltip. */
export function accountTooltip(account: Account, ...more: readonly string[]): string {
  const rows = [
    ["connection", account.connection],
    ["id", account.id],
    ["userName", account.userName],
    ["e-mail", account.emails.join(", ")],
    ["externalId", account.externalId],
    ["state", account.active ? "active" : "inactive"],
  ].filter((row): row is [string, string] => Boolean(row[1]));
  const table = rows.map(([name, value]) => `- ${name}: ${markdownText(value)}`).join("\n");
  return [`**${markdownText(accountLabel(account))}**`, table, ...more.map(markdownText)].join("\n\n");
}

/** What is said of an account besides who it is. */
interface AccountRemarks {
  readonly notes?: readonly string[];
  readonly tooltip?: string;
  readonly spoken?: string;
}

/** An account without anything below it. `ownerId` keeps ids unique where it shows in several places. */
export function accountNode(
  ownerId: string,
  account: Account,
  { notes = [], tooltip, spoken = "linked account" }: AccountRemarks = {},
): TreeNode {
  const subject: AccountSubject = { kind: "account", account };
  return {
    id: `${ownerId}/${account.connection}/${account.id}`,
    label: account.connection,
    description: [accountLabel(account), accountDescription(account), ...notes].filter(Boolean).join(" · "),
    tooltip: accountTooltip(account, ...(tooltip === undefined ? [] : [tooltip])),
    icon: { id: account.active ? "link" : "circle-slash" },
    noun: "account",
    flags: accountFlags(account),
    spoken,
    command: { id: "rollcall.openJson", title: "Open as JSON" },
    subject,
  };
}
