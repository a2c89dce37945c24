import { setTimeout as sleep } from "node:timers/promises";
import { isWritable, type WritableDirectory } from "../identity/directory.ts";
import type { Plan } from "../identity/plan.ts";
import { leftOutOf, type Selection } from "../identity/selection.ts";
import type { Journal } from "../ledger/journal.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { admit, admitBesideRuns } from "./admission.ts";
import type { ExecutorPlace } from "./executors.ts";
import type { Workplace } from "./read.ts";
import { RefusedPlan } from "./refused.ts";
import type { RunReport } from "./report.ts";
import { executeRun, type RunOptions } from "./run.ts";
import { agreedIn } from "./settled.ts";

/** Where changes are applied. */
export interface ApplyPlace extends Omit<Workplace, "memory" | "sources"> {
  readonly ledger: Ledger;
  /** What changes the permissions of a connection's accounts. */
  readonly access?: ExecutorPlace["access"];
  /** Who applies, for the audit log. */
  readonly by?: string;
}

/** What is decided about a plan when it is applied. */
export interface Decisions extends Selection {
  /** Id of the plan where it may exceed the limits that it exceeds. */
  readonly allowOver?: string;
}

/** Applies a plan as a new run, less the changes that are left out. Throws RefusedPlan before anything is written. */
export function applyPlan(
  place: ApplyPlace,
  plan: Plan,
  options: RunOptions & Decisions = {},
): Promise<RunReport> {
  const target = writableTarget(place);
  const { allowOver } = options;
  admit(plan, target, place.policy, allowOver);
  const without = leftOutOf(plan, options);
  return holdingTheLock(place.ledger, () => {
    const { journal } = place.ledger;
    const now = place.now();
    admitBesideRuns(plan, journal, now);
    const started = now.toISOString();
    const run = freeRunId(journal, `${started.replace(/[-:]|\.\d+/g, "")}-${plan.id.slice(0, 6)}`);
    const recorded = { plan, without, ...(plan.blocked.length > 0 && allowOver && { allowOver }) };
    journal.begin(run, recorded, started, place.by);
    place.ledger.memory.agreements.note(plan.target.connection, agreedIn(plan));
    return executeRun({ ...place, run, plan, without, target }, options);
  });
}

/**
 * Goes on with the newest run where it was interrupted, cancelled or stopped. What may have been sent already is read again
 * before it is repeated. Throws RefusedPlan where there is nothing to resume.
 */
export function resumeRun(place: ApplyPlace, options: RunOptions = {}): Promise<RunReport> {
  const target = writableTarget(place);
  return holdingTheLock(place.ledger, () => {
    const { journal } = place.ledger;
    const [latest] = journal.runs();
    const recorded = latest && journal.planOf(latest.id);
    if (!latest || !recorded || latest.state === "done") {
      throw new RefusedPlan(
        "nothingToResume",
        "There is nothing to resume: no run was interrupted, cancelled or stopped.",
      );
    }
    admit(recorded.plan, target, place.policy, recorded.allowOver);
    journal.reopen(latest.id, place.now().toISOString());
    return executeRun({ ...place, ...recorded, run: latest.id, target }, options);
  });
}

/** The id, or the first one after it that no run has: a plan of which nothing was applied may be applied again within a second. */
function freeRunId(journal: Journal, id: string): string {
  const taken = new Set(journal.runs().map((run) => run.id));
  let free = id;
  for (let next = 2; taken.has(free); next++) free = `${id}-${next}`;
  return free;
}

function writableTarget({ target }: ApplyPlace): WritableDirectory {
  if (isWritable(target)) return target;
  throw new RefusedPlan("otherTarget", `${target.connection} takes no changes.`);
}

/** Milliseconds that another process is given to end, and between two looks whether it has. */
const patience = 3000;
const pause = 100;

async function holdingTheLock<T>(ledger: Ledger, work: () => Promise<T>): Promise<T> {
  let release = ledger.lock();
  for (let waited = 0; !release && waited < patience; waited += pause) {
    await sleep(pause);
    release = ledger.lock();
  }
  if (!release) {
    throw new RefusedPlan(
      "busy",
      "Another Rollcall is applying changes for this configuration. Wait until it has ended.",
    );
  }
  try {
    return await work();
  } finally {
    release();
  }
}
