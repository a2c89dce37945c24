import { keepableIn } from "../../../identity/keepable.ts";
import type { Change, Plan } from "../../../identity/plan.ts";
import { type ChangeAction, changeActions } from "../../../identity/situation.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { type Dependencies, dependenciesOf, dependencyLines, dependencyNote } from "./dependencies.ts";
import { type PlanInHand, shownChanges } from "./model.ts";
import type { ChangeGroupSubject, ChangeSubject } from "./subjects.ts";
import { actionWords, counted, originsText, situationWords, valueChangeText } from "./words.ts";

const owner = "reconciliation/changes";

/** The plan's changes that the filter lets through, grouped by action in the order in which they are applied. */
export function changeGroups(inHand: PlanInHand): readonly TreeNode[] {
  const shown = shownChanges(inHand);
  const { plan } = inHand.planning;
  const dependencies = dependenciesOf(plan.changes);
  return changeActions.flatMap((action) => {
    const changes = shown.filter((change) => change.action === action);
    return changes.length === 0 ? [] : [groupNode(action, changes, plan, inHand.leftOut, dependencies)];
  });
}

function groupNode(
  action: ChangeAction,
  changes: readonly Change[],
  plan: Plan,
  leftOut: ReadonlySet<string>,
  dependencies: Dependencies,
): TreeNode {
  const { title, icon } = actionWords[action];
  const ticked = changes.filter(({ id }) => !leftOut.has(id)).length;
  const subject: ChangeGroupSubject = { kind: "changeGroup", changes };
  return {
    id: `${owner}/${action}`,
    label: title,
    description:
      ticked === changes.length ? counted(ticked, "change") : `${ticked} of ${changes.length} ticked`,
    icon,
    noun: "changeGroup",
    checkbox: {
      checked: ticked > 0,
      tooltip: ticked > 0 ? "Leave all of these out" : "Include all of these",
    },
    expanded: changes.length <= 50,
    subject,
    children: () => changes.map((change) => changeNode(change, plan, !leftOut.has(change.id), dependencies)),
  };
}

function changeNode(change: Change, plan: Plan, ticked: boolean, dependencies: Dependencies): TreeNode {
  const id = `${owner}/${change.action}/${change.id}`;
  const { title, icon } = actionWords[change.action];
  const subject: ChangeSubject = { kind: "change", change };
  return {
    id,
    label: change.person,
    description: [
      Object.keys(change.set).join(", "),
      originsText(change),
      ...(change.ask ? ["for you to decide"] : []),
      dependencyNote(change, dependencies),
    ]
      .filter(Boolean)
      .join(" · "),
    tooltip: changeTooltip(change, dependencies),
    icon,
    noun: "change",
    flags: [
      change.action,
      ticked ? "ticked" : "unticked",
      ...(change.target.id === null ? [] : ["id"]),
      ...(keepableIn(plan, change).length > 0 ? ["keepable"] : []),
    ],
    spoken: `${title}: ${change.why}`,
    checkbox: { checked: ticked, tooltip: ticked ? "Leave this change out" : "Include this change" },
    command: { id: "rollcall.showChange", title: "Show Change" },
    subject,
    children: () => [...valueNodes(id, change), reasonNode(id, change)],
  };
}

function valueNodes(ownerId: string, change: Change): readonly TreeNode[] {
  return Object.entries(change.set).map(([attribute, value]) => ({
    id: `${ownerId}/${attribute}`,
    label: attribute,
    description: valueChangeText(value),
    icon: { id: "symbol-field" },
    noun: "value",
  }));
}

function reasonNode(ownerId: string, change: Change): TreeNode {
  return {
    id: `${ownerId}/reason`,
    label: "Why",
    description: change.why,
    tooltip: `${markdownText(change.why)}\n\nRule: \`${change.rule.replaceAll("`", "")}\``,
    icon: { id: "comment" },
    noun: "reason",
  };
}

function changeTooltip(change: Change, dependencies: Dependencies): string {
  const values = Object.entries(change.set).map(
    ([attribute, value]) => `- ${markdownText(attribute)}: ${markdownText(valueChangeText(value))}`,
  );
  return [
    `**${actionWords[change.action].title}** ${markdownText(change.person)}: ${situationWords[change.situation]}`,
    values.join("\n"),
    markdownText(change.why),
    ...dependencyLines(change, dependencies).map(markdownText),
    `Rule: \`${change.rule.replaceAll("`", "")}\``,
  ].join("\n\n");
}
