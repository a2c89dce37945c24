import type { Change } from "../identity/plan.ts";

/** How one change ended. */
export interface Outcome {
  readonly change: Change;
  /** `skipped`: the account is no longer as it was when planned, so nothing was written. */
  readonly result: "succeeded" | "failed" | "skipped";
  /** The reason where it did not succeed, or what was noticed where it did (for example: landed before the interruption). */
  readonly why?: string;
  /** The account that it was made to, where the server told: of a creation, the new one. */
  readonly account?: string;
}

/** How a run stands. `stopped`: too many failures. A run that is neither `done` nor superseded can be resumed. */
export type RunState = "running" | "done" | "cancelled" | "stopped";

/** One application of a plan. */
export interface RunSummary {
  readonly id: string;
  readonly plan: string;
  readonly state: RunState;
  /** Target connection. */
  readonly target: string;
  /** The run that this one has taken back. */
  readonly undoes?: string;
  /** The plan exceeded limits, and was allowed all the same. */
  readonly allowedOver?: true;
  /** ISO 8601 instants. */
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly changes: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface RunReport extends RunSummary {
  /** In the order of the plan; changes that were not reached are absent. */
  readonly outcomes: readonly Outcome[];
}
