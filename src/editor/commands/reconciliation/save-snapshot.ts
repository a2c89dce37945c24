import { basename } from "node:path";
import { snapshotOf } from "../../../identity/snapshot.ts";
import type { Host } from "../../host.ts";
import { withProgress } from "../../ui/progress.ts";

const title = "Save Snapshot";

/** Keeps what the plan in hand was made from in a file; reads everything where there is no plan. */
export async function run(host: Host): Promise<void> {
  const path = await host.ask.file({
    id: "snapshot",
    title,
    purpose: "write",
    name: `rollcall-${new Date().toISOString().slice(0, 10)}.snapshot.json.gz`,
    action: "Save Snapshot",
  });
  if (path === undefined) return;
  const world = host.reconciliation.inHand?.planning.world;
  const snapshot =
    world === undefined
      ? await withProgress("taking a snapshot", async (options) =>
          (await host.sessions.get()).snapshot(options),
        )
      : snapshotOf(world);
  const { writeSnapshot } = await import("../../../session/snapshot/file.ts");
  await writeSnapshot(path, snapshot);
  const message = `What was read at ${snapshot.takenAt} is kept in ${basename(path)}.`;
  await host.ask.offer({ id: "snapshotSaved", level: "information", message, actions: [] });
}
