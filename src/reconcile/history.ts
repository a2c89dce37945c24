import { type AccountRef, changesConcerning } from "../identity/concerning.ts";
import type { Change } from "../identity/plan.ts";
import type { Journal } from "../ledger/journal.ts";

/** What a run did, or meant to do, for an account. */
export interface HistoryEntry {
  readonly run: string;
  readonly change: Change;
  /** `unsettled`: the run ended before it was known how it went. `notReached`: the run ended before its turn came. `leftOut`: the reviewer took it out. */
  readonly result: "succeeded" | "failed" | "skipped" | "unsettled" | "notReached" | "leftOut";
  readonly why?: string;
  /** ISO 8601 instant of the last thing that is known of it. */
  readonly at: string;
}

/** What past runs did to accounts, or for the accounts that were linked to them, the newest first. Read from the journal alone. */
export function historyOf(journal: Journal, accounts: readonly AccountRef[]): readonly HistoryEntry[] {
  return journal.runs().flatMap(({ id: run, startedAt, endedAt }): readonly HistoryEntry[] => {
    const recorded = journal.planOf(run);
    const concerned = recorded ? changesConcerning(recorded.plan.changes, accounts) : [];
    if (!recorded || concerned.length === 0) return [];
    const events = journal.events(run);
    return concerned.map((change) => {
      const last = events.get(change.id);
      if (last)
        return {
          run,
          change,
          result: last.event === "intent" ? "unsettled" : last.event,
          at: last.at,
          ...(last.why !== undefined && { why: last.why }),
        };
      const result = recorded.without.has(change.id) ? "leftOut" : "notReached";
      return { run, change, result, at: endedAt ?? startedAt };
    });
  });
}
