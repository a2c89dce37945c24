import type { Journal, RecordedRun } from "../ledger/journal.ts";
import type { Outcome, RunReport, RunSummary } from "./report.ts";

/** A run as its journal tells it. Throws where there is no such run. */
export function recall(journal: Journal, id: string): RunReport {
  const recorded = journal.runs().find((run) => run.id === id);
  if (!recorded) throw new Error(`There is no run ${id}.`);
  return report(journal, recorded);
}

/** Every run without its outcomes, the newest first. */
export function summarise(journal: Journal): readonly RunSummary[] {
  return journal.runs().map((run) => {
    const { outcomes: _outcomes, ...summary } = report(journal, run);
    return summary;
  });
}

function report(journal: Journal, run: RecordedRun): RunReport {
  const recorded = journal.planOf(run.id);
  const events = journal.events(run.id);
  const changes = recorded?.plan.changes.filter((change) => !recorded.without.has(change.id)) ?? [];
  const outcomes = changes.flatMap((change): readonly Outcome[] => {
    const last = events.get(change.id);
    if (!last || last.event === "intent") return [];
    return [{ change, result: last.event, ...(last.why !== undefined && { why: last.why }) }];
  });
  const count = (result: Outcome["result"]) => outcomes.filter((outcome) => outcome.result === result).length;
  return {
    id: run.id,
    plan: run.planId,
    state: run.state,
    target: recorded?.plan.target.connection ?? "",
    startedAt: run.startedAt,
    ...(run.endedAt !== undefined && { endedAt: run.endedAt }),
    changes: changes.length,
    succeeded: count("succeeded"),
    failed: count("failed"),
    skipped: count("skipped"),
    outcomes,
  };
}
