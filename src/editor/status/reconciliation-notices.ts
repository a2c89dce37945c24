import type { RunReport } from "../../reconcile/report.ts";
import { viewIdOf } from "../identifiers.ts";
import { countText } from "../tree/more.ts";
import type { Failure, GoingRun, PlanInHand, ReconciliationModel } from "../views/reconciliation/model.ts";
import { isUnfinished, resultText } from "../views/reconciliation/run-nodes.ts";
import { counted, timeText } from "../views/reconciliation/words.ts";
import type { Notice } from "./notice.ts";

const focus = `${viewIdOf("reconciliation")}.focus`;

/** The run that goes on, drift, as the plan in hand found it, and the last run of this window. */
export function reconciliationNotices({
  failure,
  inHand,
  report,
  going,
}: Pick<ReconciliationModel, "failure" | "inHand" | "report" | "going">): readonly Notice[] {
  return [
    ...(going === undefined ? [] : [goingNotice(going)]),
    ...(failure === undefined ? [] : [failureNotice(failure)]),
    ...(inHand === undefined || going !== undefined ? [] : [driftNotice(inHand)]),
    ...(report === undefined ? [] : [runNotice(report)]),
  ];
}

function goingNotice({ target, paused, done, total }: GoingRun): Notice {
  return {
    urgency: "blocking",
    icon: paused ? "debug-pause" : "sync~spin",
    text: paused
      ? `${target}: run paused at ${countText(done, total)}`
      : `${target}: applying ${counted(total, "change")}`,
    detail: paused ? "Nothing more is sent until it is continued." : "It can be paused, and cancelled.",
    action: { command: focus, title: "Show Run" },
    ...(paused ? { warning: true } : {}),
  };
}

function failureNotice({ problem, retry }: Failure): Notice {
  const { kind, connection, title, message } = problem;
  return {
    urgency: "blocking",
    icon: "error",
    text: title,
    detail: message,
    action:
      kind === "unauthorised" && connection !== undefined
        ? { command: "rollcall.signIn", title: "Sign In", arguments: [connection] }
        : { command: retry, title: "Retry" },
  };
}

function driftNotice({ planning: { plan }, madeAt, outdated, file }: PlanInHand): Notice {
  const { connection } = plan.target;
  const since =
    outdated.size === 0 ? "" : ` Outdated: ${counted(outdated.size, "account")} changed by hand since.`;
  const how = file === undefined ? "Compared" : `Opened from ${file}`;
  const compared = `${how} at ${timeText(madeAt)}.${since}`;
  const action = { command: focus, title: "Show Plan" };
  const [blocked] = plan.blocked;
  if (blocked !== undefined)
    return {
      urgency: "blocking",
      icon: "error",
      text: `${connection}: plan blocked`,
      detail: `${compared} ${blocked.why}`,
      action,
      warning: true,
    };
  if (plan.changes.length > 0)
    return {
      urgency: "toDo",
      icon: "git-compare",
      text: `${connection}: ${counted(plan.changes.length, "change")} to make`,
      detail: compared,
      action,
    };
  return { urgency: "settled", icon: "pass", text: `${connection}: in step`, detail: compared, action };
}

function runNotice(report: RunReport): Notice {
  const { target } = report;
  const action = { command: focus, title: "Show Run" };
  if (isUnfinished(report))
    return {
      urgency: "toDo",
      icon: "warning",
      text: `${target}: run not finished`,
      detail: `${resultText(report)} so far. It can be resumed.`,
      action,
    };
  return {
    urgency: "settled",
    icon: "history",
    text: `${target}: ${resultText(report)}`,
    detail: "The last run.",
    action,
  };
}
