import { type Account, accountLabel } from "../../../identity/account.ts";
import type { Host } from "../../host.ts";
import type { TreeNode } from "../../tree/node.ts";
import { type AccountSubject, accountDescription, accountFlags, accountTooltip } from "../accounts.ts";
import { linkedNodes } from "./linked-accounts.ts";

/** A user of a SCIM connection, with its linked accounts below. */
export function userNode(host: Host, account: Account): TreeNode {
  const id = `users/${account.connection}/${account.id}`;
  const subject: AccountSubject = { kind: "account", account };
  return {
    id,
    label: accountLabel(account),
    description: accountDescription(account),
    tooltip: accountTooltip(account),
    icon: account.active ? { id: "account" } : { id: "circle-slash", color: "disabledForeground" },
    noun: "user",
    flags: accountFlags(account),
    spoken: "user",
    subject,
    children: { load: (signal) => linkedNodes(host, id, account, signal) },
  };
}
