import type { ValueRef } from "../../identity/keepable.ts";
import type { Planning, Session } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { logProblem } from "./log-problem.ts";

/** Keeps values of the target, and plans again from what was read. Answers whether that went well. */
export function keepInHand(host: Host, values: readonly ValueRef[]): Promise<boolean> {
  return planAgain(host, (session, planning) => session.keep(planning, values));
}

/** Takes back that values are kept, and plans again from what was read. Answers whether that went well. */
export function releaseInHand(host: Host, values: readonly ValueRef[]): Promise<boolean> {
  return planAgain(host, (session, planning) => session.release(planning, values));
}

async function planAgain(
  host: Host,
  work: (session: Session, planning: Planning) => Planning,
): Promise<boolean> {
  try {
    const session = await host.sessions.get();
    const planning = host.reconciliation.inHand?.planning;
    const { world } = planning ?? {};
    if (planning === undefined || world === undefined) return false;
    host.reconciliation.retake(work(session, { ...planning, world }));
    return true;
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, "keeping values", problem);
    host.reconciliation.fail({ problem, retry: "rollcall.reconcile" });
    return false;
  }
}
