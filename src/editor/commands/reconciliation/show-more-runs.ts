import type { Host } from "../../host.ts";

/** Lists more of the earlier runs; says so where all are listed. */
export async function run(host: Host): Promise<void> {
  const { reconciliation } = host;
  const earlier = (await host.sessions.get()).countRuns() - 1;
  if (earlier > reconciliation.runsShown) return reconciliation.showMoreRuns();
  const message = earlier > 0 ? "Every earlier run is listed." : "There are no earlier runs.";
  await host.ask.offer({ id: "noMoreRuns", level: "information", message, actions: [] });
}
