import type { Host } from "../host.ts";
import type { Handle } from "../tree/handle.ts";
import type { ConnectionSubject } from "../views/users/nodes.ts";
import { givenHandle } from "./given.ts";

/** Reads one item again, or every view that is in sight. */
export async function run(host: Host, ...given: readonly unknown[]): Promise<void> {
  const handle = givenHandle(given);
  if (handle !== undefined) return refreshItem(host, handle);
  const state = await host.configuration.reload();
  if (state.kind !== "ready") return;
  host.users.expire();
  await Promise.all(
    [...host.views.values()].filter(({ view }) => view.visible).map((view) => view.refresh()),
  );
}

async function refreshItem(host: Host, handle: Handle): Promise<void> {
  const subject = handle.node.subject as ConnectionSubject | undefined;
  if (subject?.kind === "connection") host.users.expire(subject.connection);
  await host.views.get(handle.view)?.refresh(handle);
}
