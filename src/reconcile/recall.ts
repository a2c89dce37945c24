import { changesToApply } from "../identity/selection.ts";
import type { Journal, RecordedRun, RunsWanted, Tally } from "../ledger/journal.ts";
import { RefusedPlan } from "./refused.ts";
import type { Outcome, RunReport, RunSummary } from "./report.ts";

/** A run as its journal tells it. Throws RefusedPlan where there is no such run. */
export function recall(journal: Journal, id: string): RunReport {
  return report(journal, findRun(journal, id));
}

/** The run whose id begins like this, the newest where that is not said. Throws RefusedPlan where there is none, or several. */
export function findRun(journal: Journal, start = ""): RecordedRun {
  const runs = journal.runs();
  const found = start === "" ? runs.slice(0, 1) : runs.filter(({ id }) => id.startsWith(start));
  const run = found.find(({ id }) => id === start) ?? found[0];
  if (run && (found.length === 1 || run.id === start)) return run;
  if (run)
    throw new RefusedPlan(
      "noSuchRun",
      `${found.length} runs have an id that begins with "${start}". Give more of it.`,
    );
  throw new RefusedPlan(
    "noSuchRun",
    start === "" ? "There are no runs yet." : `There is no run "${start}". The list of runs has their ids.`,
  );
}

/** Runs without their outcomes, the newest first. No plan is read for it. */
export function summarise(journal: Journal, wanted: RunsWanted): readonly RunSummary[] {
  return journal.runs(wanted).map((run) => summary(run, journal.tally(run.id)));
}

function report(journal: Journal, run: RecordedRun): RunReport {
  const recorded = journal.planOf(run.id);
  const events = journal.events(run.id);
  const changes = recorded ? changesToApply(recorded.plan, recorded.without) : [];
  const outcomes = changes.flatMap((change): readonly Outcome[] => {
    const last = events.get(change.id);
    if (!last || last.event === "intent") return [];
    const { why, account } = last;
    return [
      {
        change,
        result: last.event,
        ...(why !== undefined && { why }),
        ...(account !== undefined && { account }),
      },
    ];
  });
  return { ...summary(run, journal.tally(run.id)), outcomes };
}

function summary({ planId, ...run }: RecordedRun, tally: Tally): RunSummary {
  return { ...run, plan: planId, ...tally };
}
