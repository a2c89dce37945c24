import * as vscode from "vscode";
import type { Account } from "../../../identity/account.ts";
import type { Judgement } from "../../../identity/judgement.ts";
import type { Change } from "../../../identity/plan.ts";
import type { RunReport } from "../../../reconcile/report.ts";
import type { Planning } from "../../../session/types.ts";
import type { Problem } from "../../problem.ts";

/** A plan under review. */
export interface PlanInHand {
  readonly planning: Planning;
  readonly madeAt: Date;
  /** Ids of the changes that were unticked. */
  readonly leftOut: ReadonlySet<string>;
  /** Ids of the target's accounts that were changed by hand since: what the plan says of them does not hold any more. */
  readonly outdated: ReadonlySet<string>;
}

/** An operation that failed, and the command that tries it again. */
export interface Failure {
  readonly problem: Problem;
  readonly retry: string;
}

interface State {
  readonly inHand?: PlanInHand;
  readonly report?: RunReport;
  readonly failure?: Failure;
}

/** The plan under review, the last report, and what went wrong: what the Reconciliation view and the status bar show. */
export class ReconciliationModel implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #state: State = {};
  #judgements = new Map<string, Judgement>();
  readonly onDidChange = this.#changed.event;

  get inHand(): PlanInHand | undefined {
    return this.#state.inHand;
  }

  /** The last run of this window, with its outcomes. */
  get report(): RunReport | undefined {
    return this.#state.report;
  }

  get failure(): Failure | undefined {
    return this.#state.failure;
  }

  /** Takes a new plan in hand, with every change ticked. */
  take(planning: Planning): void {
    this.#remember(planning);
    const { failure: _, ...state } = this.#state;
    this.#set({
      ...state,
      inHand: { planning, madeAt: new Date(), leftOut: new Set(), outdated: new Set() },
    });
  }

  /** Takes the plan in hand anew, made from the same accounts: what is left out and what was changed by hand since stays so. */
  retake(planning: Planning): void {
    const { inHand } = this.#state;
    if (inHand === undefined || inHand.planning === planning) return;
    this.#remember(planning);
    const planned = new Set(planning.plan.changes.map(({ id }) => id));
    const leftOut = new Set([...inHand.leftOut].filter((id) => planned.has(id)));
    this.#set({ ...this.#state, inHand: { ...inHand, planning, leftOut } });
  }

  /** Ticks or unticks changes of the plan in hand. */
  tick(ids: readonly string[], ticked: boolean): void {
    const { inHand } = this.#state;
    if (inHand === undefined) return;
    const leftOut = new Set(inHand.leftOut);
    for (const id of ids) {
      if (ticked) leftOut.delete(id);
      else leftOut.add(id);
    }
    this.#set({ ...this.#state, inHand: { ...inHand, leftOut } });
  }

  /** Notes that accounts of a connection were changed by hand, so that what a plan in hand for it says of them does not hold any more. */
  outdate(connection: string, ids: readonly string[]): void {
    const { inHand } = this.#state;
    if (inHand?.planning.plan.target.connection !== connection) return;
    const outdated = new Set([...inHand.outdated, ...ids]);
    this.#set({ ...this.#state, inHand: { ...inHand, outdated } });
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

  #remember({ judgements }: Planning): void {
    this.#judgements = new Map(
      judgements.flatMap((judgement) =>
        judgement.targets.map((account) => [judgementKey(account.connection, account.id), judgement]),
      ),
    );
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

function judgementKey(connection: string, id: string): string {
  return JSON.stringify([connection, id]);
}
