import type { Host } from "../../host.ts";
import { showReconciliation } from "../../operations/plan.ts";
import { askSnapshot } from "../../snapshots/files.ts";

/** Makes a plan from a snapshot, without asking any server, and takes it in hand to look at. */
export async function run(host: Host): Promise<void> {
  const chosen = await askSnapshot(host, {
    id: "snapshot",
    title: "Plan from Snapshot",
    action: "Plan from This Snapshot",
  });
  if (chosen === undefined) return;
  const session = await host.sessions.get();
  host.reconciliation.take(session.planFrom(chosen.snapshot));
  await showReconciliation();
}
