import * as vscode from "vscode";
import type { Account } from "../../../identity/account.ts";
import type { Judgement } from "../../../identity/judgement.ts";
import type { Change } from "../../../identity/plan.ts";
import { leftOutAtFirst, tickedAnew } from "../../../identity/selection.ts";
import type { RunReport } from "../../../reconcile/report.ts";
import type { ReviewedPlan } from "../../../session/types.ts";
import type { Problem } from "../../problem.ts";

/** A plan under review. */
export interface PlanInHand {
  readonly planning: ReviewedPlan;
  readonly madeAt: Date;
  /** Ids of the changes that were unticked. */
  readonly leftOut: ReadonlySet<string>;
  /** Ids of the target's accounts that were changed by hand since: what the plan says of them does not hold any more. */
  readonly outdated: ReadonlySet<string>;
  /** The filter that the view shows the changes through, and what it lets through. */
  readonly filtered?: { readonly text: string; readonly shown: readonly Change[] };
  /** The file that it was opened from, where it was not made in this window. */
  readonly file?: string;
}

/** A filter over the changes of a plan. */
export interface PlanFilter {
  readonly text: string;
  readonly matches: (change: Change) => boolean;
}

/** An operation that failed, and the command that tries it again. */
export interface Failure {
  readonly problem: Problem;
  readonly retry: string;
}

/** A run that goes on in this window. */
export interface GoingRun {
  /** Target connection. */
  readonly target: string;
  readonly paused: boolean;
  readonly done: number;
  readonly total: number;
  pause(): void;
  goOn(): void;
}

interface State {
  readonly inHand?: PlanInHand;
  readonly report?: RunReport;
  readonly failure?: Failure;
}

/** How many earlier runs are listed at first, and with each Show More. */
const runsAtOnce = 20;

/** The plan under review, the last report, and what went wrong: what the Reconciliation view and the status bar show. */
export class ReconciliationModel implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #state: State = {};
  #judgements = new Map<string, Judgement>();
  #filter: PlanFilter | undefined;
  #going: GoingRun | undefined;
  #runsShown = runsAtOnce;
  readonly onDidChange = this.#changed.event;

  get inHand(): PlanInHand | undefined {
    return this.#state.inHand;
  }

  /** The last run of this window, with its outcomes. */
  get report(): RunReport | undefined {
    return this.#state.report;
  }

  /** The run that goes on. */
  get going(): GoingRun | undefined {
    return this.#going;
  }

  /** How many earlier runs are listed at the most. */
  get runsShown(): number {
    return this.#runsShown;
  }

  get failure(): Failure | undefined {
    return this.#state.failure;
  }

  /**
   * Takes a plan in hand, one that was just made or one from a file, which comes without judgements. Every change is ticked but those
   * that the policy asks about, with what requires them.
   */
  take(planning: ReviewedPlan, file?: string): void {
    this.#remember(planning);
    const { failure: _, ...state } = this.#state;
    const inHand: PlanInHand = {
      planning,
      madeAt: new Date(),
      leftOut: leftOutAtFirst(planning.plan.changes),
      outdated: new Set(),
      ...(file === undefined ? {} : { file }),
    };
    this.#set({ ...state, inHand: this.#filteredAnew(inHand) });
  }

  /** Takes the plan in hand anew, made from the same accounts: what is left out and what was changed by hand since stays so. */
  retake(planning: ReviewedPlan): void {
    const { inHand } = this.#state;
    if (inHand === undefined) return;
    this.#remember(planning);
    const { changes } = planning.plan;
    const before = new Set(inHand.planning.plan.changes.map(({ id }) => id));
    const leftOut = new Set([
      ...changes.map(({ id }) => id).filter((id) => before.has(id) && inHand.leftOut.has(id)),
      ...[...leftOutAtFirst(changes)].filter((id) => !before.has(id)),
    ]);
    this.#set({ ...this.#state, inHand: this.#filteredAnew({ ...inHand, planning, leftOut }) });
  }

  /** Shows only the changes that a filter lets through, of this plan and of those that follow; undefined shows all again. */
  setFilter(filter: PlanFilter | undefined): void {
    this.#filter = filter;
    const { inHand } = this.#state;
    if (inHand !== undefined) this.#set({ ...this.#state, inHand: this.#filteredAnew(inHand) });
  }

  /** Ticks or unticks changes of the plan in hand, with those that they require or that require them. */
  tick(ids: readonly string[], ticked: boolean): void {
    const { inHand } = this.#state;
    if (inHand === undefined) return;
    const leftOut = tickedAnew(inHand.planning.plan.changes, inHand.leftOut, ids, ticked);
    this.#set({ ...this.#state, inHand: { ...inHand, leftOut } });
  }

  /** Notes that accounts of a connection were changed by hand, so that what a plan in hand for it says of them does not hold any more. */
  outdate(connection: string, ids: readonly string[]): void {
    const { inHand } = this.#state;
    if (inHand?.planning.plan.target.connection !== connection) return;
    const outdated = new Set([...inHand.outdated, ...ids]);
    this.#set({ ...this.#state, inHand: { ...inHand, outdated } });
  }

  /** Notes how the run that goes on stands; undefined where none does any more. */
  goes(run: GoingRun | undefined): void {
    this.#going = run;
    this.#changed.fire();
  }

  /** Lists more of the earlier runs. */
  showMoreRuns(): void {
    this.#runsShown += runsAtOnce;
    this.#changed.fire();
  }

  /** Notes how a run ended. Its plan is not in hand any more. */
  ended(report: RunReport): void {
    this.#set({ report });
  }

  fail(failure: Failure): void {
    this.#set({ ...this.#state, failure });
  }

  clearFailure(): void {
    const { failure, ...state } = this.#state;
    if (failure !== undefined) this.#set(state);
  }

  /** Forgets everything: another configuration is in use. */
  reset(): void {
    this.#judgements.clear();
    this.#filter = undefined;
    this.#runsShown = runsAtOnce;
    this.#set({});
  }

  /** What the plan in hand found about an account of its target. */
  judgementOf(connection: string, id: string): Judgement | undefined {
    return this.#judgements.get(judgementKey(connection, id));
  }

  /** The target's account that a change is about, as it was read. */
  accountOf({ target }: Change): Account | undefined {
    if (target.id === null) return undefined;
    return this.judgementOf(target.connection, target.id)?.targets.find(({ id }) => id === target.id);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #remember({ judgements }: ReviewedPlan): void {
    this.#judgements = new Map(
      judgements.flatMap((judgement) =>
        judgement.targets.map((account) => [judgementKey(account.connection, account.id), judgement]),
      ),
    );
  }

  #filteredAnew({ filtered: _, ...inHand }: PlanInHand): PlanInHand {
    if (this.#filter === undefined) return inHand;
    const { text, matches } = this.#filter;
    return { ...inHand, filtered: { text, shown: inHand.planning.plan.changes.filter(matches) } };
  }

  #set(state: State): void {
    this.#state = state;
    this.#changed.fire();
  }
}

/** The changes that are ticked. */
export function tickedChanges({ planning, leftOut }: PlanInHand): readonly Change[] {
  return planning.plan.changes.filter(({ id }) => !leftOut.has(id));
}

/** The changes that the filter lets through; all where there is none. */
export function shownChanges({ planning, filtered }: PlanInHand): readonly Change[] {
  return filtered?.shown ?? planning.plan.changes;
}

function judgementKey(connection: string, id: string): string {
  return JSON.stringify([connection, id]);
}
