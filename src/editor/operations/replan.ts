import type { Planning, Session } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { logProblem } from "./log-problem.ts";

/**
 * Makes the plan in hand again, from what it was made from and by what people have said since. Nothing is
 * read from a server, and nothing is shown anew where they have said nothing new.
 */
export async function replan(host: Host): Promise<void> {
  await replanBy(host, "planning again", (session, planning) => session.replan(planning));
}

/**
 * Makes the plan in hand again in the way that is given, without reading from a server. Where that answers the same plan, nothing is shown
 * anew. `what`: for the log. Answers whether there was a plan that could be made again, and it went well.
 */
export async function replanBy(
  host: Host,
  what: string,
  make: (session: Session, planning: Planning) => Planning,
): Promise<boolean> {
  try {
    const session = await host.sessions.get();
    const { inHand } = host.reconciliation;
    const world = inHand?.planning.world;
    if (inHand === undefined || world === undefined) return false;
    const planning = { ...inHand.planning, world };
    const made = make(session, planning);
    if (made !== planning) host.reconciliation.retake(made);
    return true;
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, what, problem);
    host.reconciliation.fail({ problem, retry: "rollcall.reconcile" });
    return false;
  }
}
