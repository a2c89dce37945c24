import type { Outcome, RunReport, RunState, RunSummary } from "../../../reconcile/report.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import type { RunSubject } from "./subjects.ts";
import { actionWords, instantText } from "./words.ts";

const states: Readonly<Record<RunState, { readonly text: string; readonly icon: NodeIcon }>> = {
  running: { text: "interrupted", icon: { id: "warning", color: "list.warningForeground" } },
  cancelled: { text: "cancelled", icon: { id: "warning", color: "list.warningForeground" } },
  stopped: { text: "stopped after failures", icon: { id: "error", color: "list.errorForeground" } },
  done: { text: "done", icon: { id: "pass", color: "testing.iconPassed" } },
};

const results: Readonly<Record<Outcome["result"], { readonly title: string; readonly icon: NodeIcon }>> = {
  failed: { title: "Failed", icon: { id: "error", color: "list.errorForeground" } },
  skipped: { title: "Skipped", icon: { id: "debug-step-over", color: "list.warningForeground" } },
  succeeded: { title: "Succeeded", icon: { id: "pass", color: "testing.iconPassed" } },
};

/** The last run, with its outcomes below where they are known. */
export function runNode(run: RunSummary, report: RunReport | undefined): TreeNode {
  const { text, icon } =
    run.state === "done" && run.failed > 0 ? { text: "done", icon: states.stopped.icon } : states[run.state];
  const subject: RunSubject = { kind: "run", run: run.id };
  const outcomes = report?.id === run.id ? report.outcomes : [];
  return {
    id: "reconciliation/run",
    label: "Last run",
    description: [resultText(run), run.state === "done" ? undefined : text, instantText(run.startedAt)]
      .filter(Boolean)
      .join(" · "),
    tooltip: `Run \`${run.id}\` of plan \`${run.plan}\``,
    icon,
    noun: "run",
    flags: isUnfinished(run) ? ["unfinished"] : [],
    spoken: text,
    subject,
    ...(outcomes.length === 0 ? {} : { children: () => outcomeGroups(outcomes) }),
  };
}

/** Whether a run can be resumed. */
export function isUnfinished(run: RunSummary): boolean {
  return run.state !== "done";
}

/** `33 succeeded, 1 failed`. */
export function resultText({ succeeded, failed, skipped }: RunSummary): string {
  const counts = [`${succeeded} succeeded`];
  if (failed > 0) counts.push(`${failed} failed`);
  if (skipped > 0) counts.push(`${skipped} skipped`);
  return counts.join(", ");
}

function outcomeGroups(outcomes: readonly Outcome[]): readonly TreeNode[] {
  return Object.entries(results).flatMap(([result, { title, icon }]) => {
    const members = outcomes.filter((outcome) => outcome.result === result);
    if (members.length === 0) return [];
    const id = `reconciliation/run/${result}`;
    return [
      {
        id,
        label: title,
        description: String(members.length),
        icon,
        noun: "outcomeGroup",
        expanded: result !== "succeeded",
        children: () => members.map((outcome) => outcomeNode(id, outcome, icon)),
      },
    ];
  });
}

function outcomeNode(ownerId: string, { change, why, result }: Outcome, icon: NodeIcon): TreeNode {
  const action = actionWords[change.action].title;
  return {
    id: `${ownerId}/${change.id}`,
    label: change.person,
    description: why ?? action,
    tooltip: [`${action} ${change.person}`, why ?? change.why].map(markdownText).join("\n\n"),
    icon,
    noun: "outcome",
    spoken: result,
  };
}
