import type { Execution } from "../../../platforms/agave/answers/actors.ts";
import type { Host } from "../../host.ts";
import { openConnection } from "../../resources/open.ts";
import { sectionNode } from "../../resources/section.ts";
import { markdownText, type TreeNode } from "../../tree/node.ts";
import { agave } from "../agave/client.ts";
import { agoText, durationText, momentText } from "../jobs/times.ts";
import { statusLook } from "./status.ts";
import type { ActorSectionSubject, ExecutionSubject } from "./subjects.ts";

/** An actor on a connection. */
export interface ActorPlace {
  readonly connection: string;
  readonly actor: string;
  /** For people. */
  readonly name: string;
}

/** The runs of an actor, the newest first. */
export function executionsNode(host: Host, ownerId: string, place: ActorPlace): TreeNode {
  const subject: ActorSectionSubject = { kind: "executions", ...place };
  return sectionNode(ownerId, {
    name: "executions",
    label: "Executions",
    icon: { id: "history" },
    noun: "executions",
    subject,
    none: "No executions yet",
    async load(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const { executions } = await client.call("actors.listExecutions", { actorId: place.actor }, { signal });
      return newestFirst(executions).map((execution) =>
        executionNode(`${ownerId}/executions`, place, execution),
      );
    },
  });
}

/** Whether an execution can still change. */
export function isUnfinished({ status }: Execution): boolean {
  return status !== "COMPLETE" && status !== "ERROR";
}

/** By the time at which the message came. The platform orders them by nothing that it tells. */
function newestFirst(executions: readonly Execution[]): readonly Execution[] {
  const time = ({ messageReceivedTime, startTime }: Execution) => messageReceivedTime ?? startTime ?? "";
  return executions.toSorted((one, other) => time(other).localeCompare(time(one)));
}

function executionNode(ownerId: string, place: ActorPlace, execution: Execution): TreeNode {
  const { id, status, exitCode } = execution;
  const look = statusLook(status);
  const failed = status === "COMPLETE" && exitCode !== undefined && exitCode !== 0;
  const subject: ExecutionSubject = { kind: "execution", ...place, execution };
  return {
    id: `${ownerId}/${id}`,
    label: id,
    description: stateOf(execution, look.text).filter(Boolean).join(" · "),
    tooltip: tooltip(execution),
    icon: failed ? { id: "error", color: "list.errorForeground" } : look.icon,
    noun: "execution",
    flags: status === "COMPLETE" ? ["complete"] : [],
    spoken: failed ? "execution, failed" : "execution",
    command: { id: "rollcall.openExecutionLog", title: "Open Log of Execution…" },
    subject,
  };
}

/** What it does and since when: `complete 3 h ago`, `30 min`. Lists of some servers tell no exit code. */
function stateOf(execution: Execution, state: string): readonly (string | undefined)[] {
  const { status, exitCode, messageReceivedTime, startTime, finishTime } = execution;
  const now = Date.now();
  const ended = status === "COMPLETE" ? agoText(finishTime, now) : undefined;
  if (ended !== undefined)
    return [
      `${state} ${ended}`,
      exitCode === undefined ? undefined : `exit code ${exitCode}`,
      durationText(startTime, finishTime),
    ];
  const sent = agoText(messageReceivedTime, now);
  return [state, sent && `message ${sent}`];
}

function tooltip(execution: Execution): string {
  const rows = [
    ["id", execution.id],
    ["by", execution.executor],
    ["message received", moment(execution.messageReceivedTime)],
    ["started", moment(execution.startTime)],
    ["finished", moment(execution.finishTime)],
    ["worker", execution.workerId],
    ["CPU", execution.cpu],
    ["I/O", execution.io],
  ].filter(([, value]) => value !== undefined && value !== "None");
  return rows.map(([label, value]) => `- ${label}: ${markdownText(String(value))}`).join("\n");
}

function moment(time: string | undefined): string | undefined {
  return time && momentText(time);
}
