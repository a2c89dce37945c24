import type { Account } from "../../../identity/account.ts";
import type { Judgement } from "../../../identity/judgement.ts";
import type { Host } from "../../host.ts";
import type { TreeNode } from "../../tree/node.ts";
import { accountNode } from "../accounts.ts";
import { groupNodes } from "./group-nodes.ts";

/** What is below a user: the accounts that belong to the same person, or why there are none, and its groups. */
export async function linkedNodes(
  host: Host,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  return [...(await accountNodes(host, ownerId, user, signal)), ...groupNodes(ownerId, user)];
}

async function accountNodes(
  host: Host,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const judgement = host.reconciliation.judgementOf(user.connection, user.id);
  if (judgement === undefined) return rememberedNodes(host, ownerId, user, signal);
  const linked = judgement.sources.map((source) =>
    accountNode(ownerId, source, evidenceFor(judgement, source)),
  );
  return linked.length > 0 ? linked : [note(ownerId, "No linked accounts", judgement.why)];
}

/** Without a plan in hand: the accounts that earlier runs have linked. */
async function rememberedNodes(
  host: Host,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const session = await host.sessions.get();
  if (session.configuration.policy?.target !== user.connection)
    return [note(ownerId, "No linked accounts", "Nothing is reconciled with this connection.")];
  const linked = await session.linkedAccounts(user.id, { signal });
  if (linked.length === 0)
    return [note(ownerId, "Not linked yet", "Reconcile Identities finds the accounts of this user.")];
  return linked.map(({ link, account }) =>
    account === undefined
      ? note(`${ownerId}/${link.connection}`, link.connection, `${link.id} is gone`)
      : accountNode(ownerId, account, link.evidence),
  );
}

function evidenceFor(judgement: Judgement, source: Account): string | undefined {
  return judgement.links.find(({ connection, id }) => connection === source.connection && id === source.id)
    ?.evidence;
}

function note(ownerId: string, label: string, why: string): TreeNode {
  return { id: `${ownerId}/note`, label, description: why, icon: { id: "info" }, noun: "note" };
}
