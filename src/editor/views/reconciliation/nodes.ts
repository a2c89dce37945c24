import * as vscode from "vscode";
import type { Host } from "../../host.ts";
import { contextKeys } from "../../identifiers.ts";
import { failureNode } from "../../tree/failure.ts";
import type { TreeNode } from "../../tree/node.ts";
import { changeGroups } from "./change-nodes.ts";
import {
  disputeGroup,
  driftGroup,
  leaverGroup,
  reportGroup,
  suggestionGroup,
  withheldGroup,
} from "./finding-nodes.ts";
import { tickedChanges } from "./model.ts";
import { isUnfinished, runNode } from "./run-nodes.ts";
import { blockedNodes, notComparedNode, outdatedNodes, summaryNode } from "./summary-nodes.ts";

/** What the view can do next: the value of the context key that its menus and welcome texts go by. */
type Stage = "noPolicy" | "fresh" | "plan" | "unfinished" | "settled";

/** The first level of the Reconciliation view, as things stand. */
export async function reconciliationNodes(host: Host): Promise<readonly TreeNode[]> {
  const state = await host.configuration.state();
  if (state.kind !== "ready") return [];
  if (state.configuration.policy === undefined) return tell("noPolicy", []);
  const failure = failureNodes(host);
  const lastRun = (await host.sessions.get()).runs().find(({ changes }) => changes > 0);
  const { inHand, report } = host.reconciliation;
  const run = lastRun === undefined ? [] : [runNode(lastRun, report)];
  const unfinished = lastRun !== undefined && isUnfinished(lastRun);
  if (inHand === undefined) {
    const stage = unfinished ? "unfinished" : run.length > 0 ? "settled" : "fresh";
    const waiting = stage === "fresh" ? [] : [notComparedNode()];
    return tell(stage, [...failure, ...waiting, ...run]);
  }
  const { plan } = inHand.planning;
  const applicable = plan.blocked.length === 0 && !plan.snapshot && tickedChanges(inHand).length > 0;
  return tell(unfinished ? "unfinished" : applicable ? "plan" : "settled", [
    ...failure,
    summaryNode(inHand),
    ...outdatedNodes(inHand),
    ...run,
    ...blockedNodes(plan),
    ...(inHand.filtered === undefined ? disputeGroup(plan) : []),
    ...changeGroups(inHand),
    ...(inHand.filtered === undefined
      ? [
          ...driftGroup(plan),
          ...withheldGroup(plan),
          ...reportGroup(plan),
          ...leaverGroup(plan),
          ...suggestionGroup(plan),
        ]
      : []),
  ]);
}

function failureNodes(host: Host): readonly TreeNode[] {
  const { failure } = host.reconciliation;
  return failure === undefined ? [] : [failureNode("reconciliation", failure.problem, failure.retry)];
}

async function tell(stage: Stage, nodes: readonly TreeNode[]): Promise<readonly TreeNode[]> {
  await vscode.commands.executeCommand("setContext", contextKeys.reconciliation, stage);
  return nodes;
}
