import type { NodeIcon } from "../../tree/node.ts";

interface StatusLook {
  readonly text: string;
  readonly icon: NodeIcon;
  /** An actor or a worker leaves it by itself. */
  readonly passes?: true;
}

const working: NodeIcon = { id: "loading~spin" };
const done: NodeIcon = { id: "pass", color: "testing.iconPassed" };
const failed: NodeIcon = { id: "error", color: "list.errorForeground" };

/** How the states of actors, workers and executions are shown (abaco: actors/codes.py). */
const looks: Readonly<Record<string, StatusLook>> = {
  SUBMITTED: { text: "submitted", icon: { id: "watch" }, passes: true },
  READY: { text: "ready", icon: done },
  ERROR: { text: "in error", icon: failed },
  SHUTTING_DOWN: { text: "shutting down", icon: { id: "debug-stop" }, passes: true },
  SHUTDOWN_REQUESTED: { text: "shutdown requested", icon: { id: "debug-stop" }, passes: true },
  REQUESTED: { text: "requested", icon: { id: "watch" }, passes: true },
  "SPAWNER SETUP": { text: "being set up", icon: working, passes: true },
  "PULLING IMAGE": { text: "pulling its image", icon: working, passes: true },
  "CREATING CONTAINER": { text: "creating its container", icon: working, passes: true },
  "UPDATING STORE": { text: "updating the store", icon: working, passes: true },
  BUSY: { text: "busy", icon: { id: "sync" } },
  RUNNING: { text: "running", icon: { id: "play-circle", color: "charts.blue" } },
  COMPLETE: { text: "complete", icon: done },
};

/** How a status is shown; one that is not known, as the platform writes it. */
export function statusLook(status: string | undefined): StatusLook {
  const known = looks[status ?? ""];
  return known ?? { text: status?.toLowerCase() ?? "state not known", icon: { id: "question" } };
}

/** Whether an actor or a worker will not stay as it is. */
export function isPassing(status: string | undefined): boolean {
  return looks[status ?? ""]?.passes === true;
}
