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
  const judgement = await judgementOf(host, user, signal);
  if (judgement === undefined)
    return [note(ownerId, "No linked accounts", "Nothing was found for this user.")];
  const linked = judgement.sources.map((source) =>
    accountNode(ownerId, source, evidenceFor(judgement, source)),
  );
  return linked.length > 0 ? linked : [note(ownerId, "No linked accounts", judgement.why)];
}

async function judgementOf(host: Host, user: Account, signal: AbortSignal): Promise<Judgement | undefined> {
  const known = host.reconciliation.judgementOf(user.connection, user.id);
  if (known !== undefined) return known;
  const session = await host.sessions.get();
  if (session.configuration.policy?.target !== user.connection) return undefined;
  const judgements = await session.explain(user.id, { signal });
  return judgements.find(({ targets }) => targets.some(({ id }) => id === user.id));
}

function evidenceFor(judgement: Judgement, source: Account): string | undefined {
  return judgement.links.find(({ connection, id }) => connection === source.connection && id === source.id)
    ?.evidence;
}

function note(ownerId: string, label: string, why: string): TreeNode {
  return { id: `${ownerId}/note`, label, description: why, icon: { id: "info" }, noun: "note" };
}
