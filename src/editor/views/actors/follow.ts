import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { openConnection } from "../../resources/open.ts";
import { Watch } from "../../resources/watch.ts";
import type { Handle } from "../../tree/handle.ts";
import { agave } from "../agave/client.ts";
import { type ActorPlace, isUnfinished } from "./executions.ts";
import { showSection } from "./show.ts";
import { isPassing } from "./status.ts";
import type { WorkerSubject } from "./subjects.ts";

/** Follows an execution until it is over, while the view can be seen, and shows the executions again then. */
export function followExecution(host: Host, place: ActorPlace, executionId: string): void {
  follow(host, async (signal) => {
    const client = agave(await openConnection(host.sessions, place.connection));
    const execution = await client.call(
      "actors.getExecution",
      { actorId: place.actor, executionId },
      { signal },
    );
    if (isUnfinished(execution)) return true;
    await showSection(host, place, "executions");
    return false;
  });
}

/** Shows the workers of an actor again and again, while the view can be seen, until none of them is on its way. */
export function followWorkers(host: Host, place: ActorPlace): void {
  follow(host, async () => (await showSection(host, place, "workers")).some(isOnItsWay));
}

function isOnItsWay({ node: { subject } }: Handle): boolean {
  return subject?.kind === "worker" && isPassing((subject as WorkerSubject).worker.status);
}

function follow(host: Host, look: (signal: AbortSignal) => Promise<boolean>): void {
  const view = host.views.get(viewIdOf("actors"))?.view;
  const watch = new Watch({ isVisible: () => view?.visible ?? false, look });
  host.context.subscriptions.push(watch);
  watch.wake();
}
