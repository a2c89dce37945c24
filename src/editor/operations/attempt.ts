import type { Session } from "../../session/types.ts";
import type { Host } from "../host.ts";
import { describeProblem } from "../problem.ts";
import { type ProgressOptions, withProgress } from "../ui/progress.ts";
import { logProblem } from "./log-problem.ts";

/** A long operation on the session. */
export interface Attempt<T> {
  /** Shown above the progress. */
  readonly title: string;
  /** The command that tries it again. */
  readonly retry: string;
  readonly run: (session: Session, options: ProgressOptions) => Promise<T>;
}

const running = new WeakSet<Host>();

/**
 * Runs a long operation with cancellable progress, one at a time. What goes wrong becomes an item of the Reconciliation view;
 * the answer is then undefined, as it is where the person cancelled.
 */
export async function attempt<T>(host: Host, { title, retry, run }: Attempt<T>): Promise<T | undefined> {
  if (running.has(host)) {
    const message = "Rollcall is at work already. Wait for it, or cancel it where its progress is shown.";
    await host.ask.offer({ id: "busy", level: "information", message, actions: [] });
    return undefined;
  }
  running.add(host);
  host.reconciliation.clearFailure();
  try {
    return await withProgress(title, (options) => host.sessions.use((session) => run(session, options)));
  } catch (error) {
    const problem = describeProblem(error);
    logProblem(host.log, title, problem);
    if (problem.kind !== "cancelled") host.reconciliation.fail({ problem, retry });
    return undefined;
  } finally {
    running.delete(host);
  }
}
