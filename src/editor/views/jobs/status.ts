import type { NodeIcon } from "../../tree/node.ts";

interface StatusLook {
  readonly text: string;
  readonly icon: NodeIcon;
}

const waiting: NodeIcon = { id: "watch" };
const moving: NodeIcon = { id: "sync" };
const failed: NodeIcon = { id: "error", color: "list.errorForeground" };
const stopped: NodeIcon = { id: "circle-slash", color: "disabledForeground" };

/** How the states of a job are shown (JobStatusType.java). */
const looks: Readonly<Record<string, StatusLook>> = {
  PENDING: { text: "pending", icon: waiting },
  PROCESSING_INPUTS: { text: "processing inputs", icon: moving },
  STAGING_INPUTS: { text: "staging inputs", icon: moving },
  STAGED: { text: "inputs staged", icon: waiting },
  STAGING_JOB: { text: "staging", icon: moving },
  SUBMITTING: { text: "submitting", icon: moving },
  QUEUED: { text: "queued", icon: waiting },
  RUNNING: { text: "running", icon: { id: "play-circle", color: "charts.blue" } },
  HEARTBEAT: { text: "running", icon: { id: "play-circle", color: "charts.blue" } },
  PAUSED: { text: "paused", icon: { id: "debug-pause" } },
  CLEANING_UP: { text: "cleaning up", icon: moving },
  ARCHIVING: { text: "archiving", icon: moving },
  ARCHIVING_FINISHED: { text: "archived", icon: moving },
  ARCHIVING_FAILED: { text: "archiving failed", icon: failed },
  FINISHED: { text: "finished", icon: { id: "pass", color: "testing.iconPassed" } },
  FAILED: { text: "failed", icon: failed },
  KILLED: { text: "killed", icon: stopped },
  STOPPED: { text: "stopped", icon: stopped },
};

const final: ReadonlySet<string> = new Set(["FINISHED", "KILLED", "STOPPED", "FAILED"]);

/** How a status is shown; one that is not known, as the platform writes it. */
export function jobLook(status: string | undefined): StatusLook {
  return (
    looks[status ?? ""] ?? { text: status?.toLowerCase() ?? "state not known", icon: { id: "question" } }
  );
}

/** Whether a job can change by itself no more. A status that is not stated counts as final: nobody waits for it. */
export function isFinal(status: string | undefined): boolean {
  return status === undefined || final.has(status);
}
