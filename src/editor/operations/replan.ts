import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { logProblem } from "./log-problem.ts";

/**
 * Makes the plan in hand again, from what it was made from and by what people have said since. Nothing is
 * read from a server, and nothing is shown anew where they have said nothing new.
 */
export async function replan(host: Host): Promise<void> {
  try {
    const session = await host.sessions.get();
    const { inHand } = host.reconciliation;
    const world = inHand?.planning.world;
    if (inHand === undefined || world === undefined) return;
    const planning = { ...inHand.planning, world };
    const made = session.replan(planning);
    if (made !== planning) host.reconciliation.retake(made);
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, "planning again", problem);
    host.reconciliation.fail({ problem, retry: "rollcall.reconcile" });
  }
}
