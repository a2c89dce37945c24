import type { Outcome, RunReport, RunState, RunSummary } from "../../../reconcile/report.ts";
import type { Session } from "../../../session/types.ts";
import { countText } from "../../tree/more.ts";
import { markdownText, type NodeIcon, type TreeNode } from "../../tree/node.ts";
import type { GoingRun } from "./model.ts";
import type { RunSubject } from "./subjects.ts";
import { actionWords, counted, shortInstantText } from "./words.ts";

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

/** The run that goes on in this window. */
export function goingNode({ target, paused, done, total }: GoingRun): TreeNode {
  return {
    id: "reconciliation/going",
    label: paused ? "Paused" : `Applying to ${target}`,
    description: paused ? `${target} · ${countText(done, total)}` : counted(total, "change"),
    tooltip: paused
      ? `Nothing more is sent to ${markdownText(target)} until you continue. Cancelling ends the run: it can be resumed later.`
      : "The notification says how far it is. It can be paused between two changes, and cancelled there.",
    icon: { id: paused ? "debug-pause" : "sync~spin" },
    noun: "going",
    flags: [paused ? "paused" : "busy"],
  };
}

/** The last run, with its outcomes below where they are known. `resumable`: it can be gone on with. */
export function lastRunNode(run: RunSummary, report: RunReport | undefined, resumable: boolean): TreeNode {
  const outcomes = report?.id === run.id ? report.outcomes : [];
  return {
    ...runNode(run, "reconciliation/run"),
    label: "Last run",
    description: [runText(run), shortInstantText(run.startedAt, new Date())].join(" · "),
    flags: [...runFlags(run), ...(resumable ? ["unfinished"] : [])],
    ...(outcomes.length === 0 ? {} : { children: () => outcomeGroups(outcomes) }),
  };
}

/** The runs before the last one, the newest first: as many as are wanted, and a way to more. */
export function earlierRunsGroup(
  session: Pick<Session, "runs" | "countRuns">,
  last: RunSummary | undefined,
  most: number,
): readonly TreeNode[] {
  const count = session.countRuns() - (last !== undefined && last.changes > 0 ? 1 : 0);
  if (count <= 0) return [];
  return [
    {
      id: "reconciliation/runs",
      label: "Earlier runs",
      description: count.toLocaleString("en"),
      icon: { id: "history" },
      noun: "runGroup",
      children: () => {
        const runs = session.runs({ most: most + 1, changing: true }).filter(({ id }) => id !== last?.id);
        const shown = runs.slice(0, most);
        return [
          ...shown.map((run) => runNode(run, `reconciliation/runs/${run.id}`)),
          ...(shown.length < count ? [moreRunsNode(countText(shown.length, count))] : []),
        ];
      },
    },
  ];
}

function moreRunsNode(count: string): TreeNode {
  return {
    id: "reconciliation/runs/more",
    label: "Show more",
    description: count,
    icon: { id: "ellipsis" },
    noun: "moreRuns",
    command: { id: "rollcall.showMoreRuns", title: "Show More Runs" },
  };
}

function runNode(run: RunSummary, id: string): TreeNode {
  const { text, icon } =
    run.state === "done" && run.failed > 0 ? { text: "done", icon: states.stopped.icon } : states[run.state];
  const subject: RunSubject = { kind: "run", run: run.id };
  return {
    id,
    label: shortInstantText(run.startedAt, new Date()),
    description: runText(run),
    tooltip: [
      `Run \`${run.id}\` of plan \`${run.plan}\`, to ${markdownText(run.target)}`,
      ...(run.undoes === undefined ? [] : [`Takes back run \`${run.undoes}\``]),
      ...(run.allowedOver ? ["The plan was over a limit, and was allowed."] : []),
    ].join("\n\n"),
    icon,
    noun: "run",
    flags: runFlags(run),
    spoken: text,
    command: { id: "rollcall.openReport", title: "Open Report" },
    subject,
  };
}

function runFlags(run: RunSummary): readonly string[] {
  return isUndoable(run) ? ["undoable"] : [];
}

/** Whether there is something that an undo of a run could take back. */
export function isUndoable({ state, succeeded }: RunSummary): boolean {
  return state !== "running" && succeeded > 0;
}

/** `33 succeeded, 1 failed · cancelled`. */
export function runText(run: RunSummary): string {
  return [
    resultText(run),
    ...(run.state === "done" ? [] : [states[run.state].text]),
    ...(run.undoes === undefined ? [] : ["undo"]),
    ...(run.allowedOver ? ["over a limit"] : []),
  ].join(" · ");
}

/** Whether a run has not come to its end. */
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
