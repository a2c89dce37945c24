import { basename } from "node:path";
import type { Blocked, Plan, PlanSource } from "../../../identity/plan.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import { type PlanInHand, tickedChanges } from "./model.ts";
import type { PlanSubject } from "./subjects.ts";
import { actionWords, counted, instantText, timeText } from "./words.ts";

/** One line on how things stand, with what the plan was made from below it. */
export function summaryNode(inHand: PlanInHand): TreeNode {
  const { plan } = inHand.planning;
  const subject: PlanSubject = { kind: "plan" };
  return {
    id: "reconciliation/summary",
    label: summaryLabel(inHand),
    description: [
      plan.target.connection,
      inHand.file && basename(inHand.file),
      plan.undoes && `takes back run ${plan.undoes}`,
      plan.snapshot
        ? `from a snapshot of ${instantText(plan.snapshot.takenAt)}, not applied`
        : timeText(inHand.madeAt),
    ]
      .filter(Boolean)
      .join(" · "),
    tooltip: [
      `Plan \`${plan.id}\` for ${markdownText(plan.target.url)}`,
      ...(plan.undoes === undefined ? [] : [`Takes back run \`${plan.undoes}\``]),
    ].join("\n\n"),
    icon: summaryIcon(plan),
    noun: "summary",
    flags: ["plan"],
    subject,
    children: () => plan.sources.map(sourceNode),
  };
}

/** Says that accounts were changed by hand since the plan was made. */
export function outdatedNodes({ outdated, planning }: PlanInHand): readonly TreeNode[] {
  if (outdated.size === 0) return [];
  const { connection } = planning.plan.target;
  return [
    {
      id: "reconciliation/outdated",
      label: "Outdated",
      description: `${counted(outdated.size, "account")} of ${connection} changed by hand since · Select to reconcile again`,
      tooltip:
        "What the plan says of these accounts does not hold any more. Applied as it is, it skips whatever is not as planned.",
      icon: { id: "warning", color: "list.warningForeground" },
      noun: "outdated",
      command: { id: "rollcall.reconcile", title: "Reconcile Identities", arguments: [] },
    },
  ];
}

/** Stands in the summary's place until something has been compared in this window. */
export function notComparedNode(): TreeNode {
  return {
    id: "reconciliation/summary",
    label: "Not compared yet",
    description: "Select to reconcile",
    tooltip: "Nothing has been read since this window was opened.",
    icon: { id: "git-compare" },
    noun: "summary",
    command: { id: "rollcall.reconcile", title: "Reconcile Identities", arguments: [] },
  };
}

/** The limits that the plan exceeds. */
export function blockedNodes(plan: Plan): readonly TreeNode[] {
  return plan.blocked.map((blocked: Blocked) => ({
    id: `reconciliation/blocked/${blocked.action}${blocked.scope === undefined ? "" : `/${blocked.scope}`}`,
    label: `Too many to ${actionWords[blocked.action].title.toLowerCase()}${blocked.scope === undefined ? "" : ` among ${blocked.scope}`}`,
    description: `${blocked.planned} planned, ${blocked.allowed} allowed`,
    tooltip: markdownText(blocked.why),
    icon: { id: "error", color: "list.errorForeground" },
    noun: "blocked",
    flags: plan.snapshot ? [] : ["allowable"],
    spoken: "the plan is blocked",
    command: { id: "rollcall.openConfiguration", title: "Open Configuration", arguments: [] },
  }));
}

function summaryLabel(inHand: PlanInHand): string {
  const { plan } = inHand.planning;
  if (plan.blocked.length > 0) return "The plan is blocked";
  const all = plan.changes.length;
  const ticked = tickedChanges(inHand).length;
  if (ticked < all) return `${ticked} of ${counted(all, "change")} ticked`;
  if (all > 0) return `${counted(all, "change")} planned`;
  const left = plan.drifts.length;
  const notes = [
    ...(plan.links.length > 0 ? [counted(plan.links.length, "new link")] : []),
    ...(left > 0 ? [`${counted(left, "value")} left as in the target`] : []),
  ];
  return ["In step", ...notes].join(", ");
}

function summaryIcon(plan: Plan): NodeIcon {
  if (plan.blocked.length > 0) return { id: "error", color: "list.errorForeground" };
  if (plan.changes.length > 0) return { id: "git-compare" };
  return { id: "pass", color: "testing.iconPassed" };
}

function sourceNode({ connection, accounts, complete, notes }: PlanSource): TreeNode {
  return {
    id: `reconciliation/sources/${connection}`,
    label: connection,
    description: `${counted(accounts, "account")}${complete ? "" : " · not complete"}`,
    tooltip: [connection, ...notes].map(markdownText).join("\n\n"),
    icon: complete ? { id: "database" } : { id: "warning", color: "list.warningForeground" },
    noun: "source",
    spoken: complete ? "read to its end" : "not proven complete",
  };
}
