import * as vscode from "vscode";
import type { Plan } from "../../../identity/plan.ts";
import type { Host } from "../../host.ts";
import { contextKeys } from "../../identifiers.ts";
import { failureNode } from "../../tree/failure.ts";
import type { TreeNode } from "../../tree/node.ts";
import { changeGroups } from "./change-nodes.ts";
import {
  disputeGroup,
  driftGroup,
  lastingGroup,
  leaverGroup,
  reportGroup,
  suggestionGroup,
  withheldGroup,
} from "./finding-nodes.ts";
import { type PlanInHand, tickedChanges } from "./model.ts";
import { earlierRunsGroup, goingNode, isUnfinished, lastRunNode } from "./run-nodes.ts";
import { blockedNodes, notComparedNode, outdatedNodes, summaryNode } from "./summary-nodes.ts";

/** What the view can do next: the value of the context key that its menus and welcome texts go by. */
type Stage = "noPolicy" | "fresh" | "plan" | "blocked" | "unfinished" | "settled";

/** The first level of the Reconciliation view, as things stand. */
export async function reconciliationNodes(host: Host): Promise<readonly TreeNode[]> {
  const state = await host.configuration.state();
  if (state.kind !== "ready") return [];
  if (state.configuration.policy === undefined) return tell("noPolicy", []);
  const failure = failureNodes(host);
  const session = await host.sessions.get();
  const { inHand, report, going, runsShown } = host.reconciliation;
  const [newest] = session.runs({ most: 1 });
  const unfinished = going === undefined && newest !== undefined && isUnfinished(newest);
  const last = unfinished ? newest : session.runs({ most: 1, changing: true })[0];
  const isGoing = going !== undefined && last?.state === "running";
  const run = [
    ...(going === undefined ? [] : [goingNode(going)]),
    ...(last === undefined || isGoing ? [] : [lastRunNode(last, report, unfinished)]),
  ];
  const earlier = earlierRunsGroup(session, last, runsShown);
  if (inHand === undefined) {
    const stage = unfinished ? "unfinished" : run.length > 0 ? "settled" : "fresh";
    const waiting = stage === "fresh" ? [] : [notComparedNode()];
    return tell(stage, [...failure, ...waiting, ...run, ...earlier]);
  }
  const { plan } = inHand.planning;
  const stage = unfinished ? "unfinished" : stageOf(inHand);
  return tell(stage, [
    ...failure,
    summaryNode(inHand),
    ...outdatedNodes(inHand),
    ...run,
    ...blockedNodes(plan),
    ...(inHand.filtered === undefined ? [...lastingGroup(plan), ...disputeGroup(plan)] : []),
    ...changeGroups(inHand),
    ...(inHand.filtered === undefined ? unchangedGroups(plan) : []),
    ...earlier,
  ]);
}

/** What can be done with a plan in hand. */
function stageOf(inHand: PlanInHand): Stage {
  const { blocked, snapshot } = inHand.planning.plan;
  if (snapshot || tickedChanges(inHand).length === 0) return "settled";
  return blocked.length > 0 ? "blocked" : "plan";
}

/** What a plan found and does not change. */
function unchangedGroups(plan: Plan): readonly TreeNode[] {
  return [driftGroup, withheldGroup, reportGroup, leaverGroup, suggestionGroup].flatMap((group) =>
    group(plan),
  );
}

function failureNodes(host: Host): readonly TreeNode[] {
  const { failure } = host.reconciliation;
  return failure === undefined ? [] : [failureNode("reconciliation", failure.problem, failure.retry)];
}

async function tell(stage: Stage, nodes: readonly TreeNode[]): Promise<readonly TreeNode[]> {
  await vscode.commands.executeCommand("setContext", contextKeys.reconciliation, stage);
  return nodes;
}
