import type { Account } from "../../../identity/account.ts";
import type { Judgement } from "../../../identity/judgement.ts";
import type { Session } from "../../../session/types.ts";
import type { Host } from "../../host.ts";
import { noteNode } from "../../resources/section.ts";
import type { TreeNode } from "../../tree/node.ts";
import { accountNode } from "../accounts.ts";
import { groupsNode } from "./groups.ts";
import { linkText } from "./link-text.ts";

/** What is below a user: the accounts that belong to the same person and how they were linked, those that are missing, and its groups. */
export async function linkedNodes(
  host: Host,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  return [...(await accountNodes(host, ownerId, user, signal)), groupsNode(host, ownerId, user)];
}

async function accountNodes(
  host: Host,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly TreeNode[]> {
  const session = await host.sessions.get();
  const { policy } = session.configuration;
  if (policy?.target !== user.connection)
    return [noteNode(ownerId, "No linked accounts", "Nothing is reconciled with this connection.")];
  const { reconciliation } = host;
  const judgement = reconciliation.judgementOf(user.connection, user.id);
  const holds = reconciliation.inHand?.outdated.has(user.id) !== true;
  const found =
    judgement !== undefined && holds
      ? judgedNodes(ownerId, judgement)
      : await rememberedNodes(session, ownerId, user, signal);
  const present = new Set(found.map(({ connection }) => connection));
  const missing = policy.sources.filter((source) => !present.has(source));
  return [...found.map(({ node }) => node), ...missing.map((source) => missingNode(ownerId, source))];
}

/** An item about the account on one connection. */
interface Found {
  readonly connection: string;
  readonly node: TreeNode;
}

/** The accounts that the plan in hand found; those in dispute are candidates. */
function judgedNodes(ownerId: string, judgement: Judgement): readonly Found[] {
  const disputed = judgement.situation === "ambiguous";
  return judgement.sources.map((account) => ({
    connection: account.connection,
    node: disputed
      ? accountNode(ownerId, account, { notes: ["in dispute"], spoken: "candidate" })
      : linkedNode(ownerId, account, evidenceFor(judgement, account)),
  }));
}

/** Without a plan that holds: the accounts that earlier runs have linked. */
async function rememberedNodes(
  session: Session,
  ownerId: string,
  user: Account,
  signal: AbortSignal,
): Promise<readonly Found[]> {
  const linked = await session.linkedAccounts(user.id, { signal });
  return linked.map(({ link: { connection, id, evidence }, account }) => ({
    connection,
    node: account === undefined ? goneNode(ownerId, connection, id) : linkedNode(ownerId, account, evidence),
  }));
}

function linkedNode(ownerId: string, account: Account, evidence: string | undefined): TreeNode {
  if (evidence === undefined) return accountNode(ownerId, account);
  const { how, run, day } = linkText(evidence);
  return accountNode(ownerId, account, {
    notes: [how, ...(day === undefined ? [] : [`linked on ${day}`])],
    tooltip: `Linked by: ${how}${run === undefined ? " (found by the plan in hand)" : `, in run ${run}`}`,
  });
}

function goneNode(ownerId: string, connection: string, id: string): TreeNode {
  return {
    id: `${ownerId}/${connection}/${id}/gone`,
    label: connection,
    description: `${id} is gone, or not shown any more`,
    icon: { id: "debug-disconnect", color: "list.warningForeground" },
    noun: "note",
    spoken: "linked account that was not found",
  };
}

function missingNode(ownerId: string, connection: string): TreeNode {
  return {
    id: `${ownerId}/${connection}/missing`,
    label: `Not on ${connection}`,
    icon: { id: "circle-outline", color: "disabledForeground" },
    noun: "note",
    spoken: "no account",
  };
}

function evidenceFor(judgement: Judgement, source: Account): string | undefined {
  return judgement.links.find(({ connection, id }) => connection === source.connection && id === source.id)
    ?.evidence;
}
