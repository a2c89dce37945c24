import { inversePlan, type Landed, type RunToUndo } from "../identity/inverse-plan.ts";
import type { Plan } from "../identity/plan.ts";
import type { Journal } from "../ledger/journal.ts";
import type { Memory } from "../ledger/memory.ts";
import { unfinished } from "./admission.ts";
import type { ApplyPlace } from "./apply.ts";
import { findRun } from "./recall.ts";
import { RefusedPlan } from "./refused.ts";

/**
 * Makes the plan that takes a run back, from its journal; nothing is read from a platform and nothing is written. `start`: the
 * beginning of the run's id. The policy may have changed since: what the run has set is known from its journal, and the present limits,
 * scope and protection hold for the undo as for any plan. Throws RefusedPlan where there is nothing to take back.
 */
export function planUndo(
  { ledger, target, policy }: Pick<ApplyPlace, "ledger" | "target" | "policy">,
  start: string,
): Plan {
  const { journal } = ledger;
  const run = findRun(journal, start);
  const recorded = journal.planOf(run.id);
  if (run.state === "running") throw unfinished(run, "was interrupted");
  if (!recorded) throw new RefusedPlan("noSuchRun", `Nothing is recorded of run ${run.id}.`);
  const { plan } = recorded;
  if (plan.target.connection !== target.connection || plan.target.url !== target.baseUrl)
    throw new RefusedPlan(
      "otherTarget",
      `Run ${run.id} changed ${plan.target.connection} at ${plan.target.url}, but the configuration's target is ${target.connection} at ${target.baseUrl}. Undo it under the configuration that it was made by.`,
    );
  const inverse = inversePlan(
    {
      run: run.id,
      plan,
      landed: landedIn(journal, run.id, plan),
      undone: undoneOf(journal, run.id),
      clears: target.abilities.clears ?? [],
      accounts: accountsLastSeen(ledger.memory, target.connection),
    },
    policy,
  );
  if (inverse.changes.length > 0 || inverse.lasting?.length) return inverse;
  throw new RefusedPlan(
    "nothingToUndo",
    `There is nothing to undo: run ${run.id} has changed nothing that was not taken back already.`,
  );
}

/** The accounts of a target as they were last seen, those apart that it was found to hide. */
function accountsLastSeen(memory: Memory, connection: string): RunToUndo["accounts"] {
  const hidden = memory.hiddenAccounts(connection);
  const ids = new Set(hidden.map(({ id }) => id));
  return { shown: memory.accountsNotShown(connection, ids), hidden };
}

function landedIn(journal: Journal, run: string, plan: Plan): readonly Landed[] {
  const changes = new Map(plan.changes.map((change) => [change.id, change]));
  return [...journal.events(run)].flatMap(([id, { event, account }]) => {
    const change = changes.get(id);
    if (event !== "succeeded" || !change) return [];
    return [{ change, ...(account !== undefined && { account }) }];
  });
}

function undoneOf(journal: Journal, run: string): ReadonlySet<string> {
  const undos = journal.runs().filter(({ undoes }) => undoes === run);
  return new Set(
    undos.flatMap(({ id }) =>
      [...journal.events(id)].flatMap(([change, { event }]) => (event === "succeeded" ? [change] : [])),
    ),
  );
}
