import type { Host } from "../../host.ts";
import { viewIdOf } from "../../identifiers.ts";
import { openConnection } from "../../resources/open.ts";
import { Watch } from "../../resources/watch.ts";
import { agave } from "../agave/client.ts";
import { type ActorPlace, isUnfinished } from "./executions.ts";
import { showSection } from "./show.ts";

/** Follows an execution until it is over, while the view can be seen, and shows the executions again then. */
export function followExecution(host: Host, place: ActorPlace, executionId: string): void {
  const view = host.views.get(viewIdOf("actors"))?.view;
  const watch = new Watch({
    isVisible: () => view?.visible ?? false,
    async look(signal) {
      const client = agave(await openConnection(host.sessions, place.connection));
      const execution = await client.call(
        "actors.getExecution",
        { actorId: place.actor, executionId },
        { signal },
      );
      if (isUnfinished(execution)) return true;
      await showSection(host, place, "executions");
      return false;
    },
  });
  host.context.subscriptions.push(watch);
  watch.wake();
}
