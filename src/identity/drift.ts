import { firstRow } from "./decision-rows.ts";
import type { Origin } from "./plan.ts";
import type { DriftPolicy } from "./policy.ts";

/** What is known of an attribute of the target that a source gives a value for: everything that its state depends on, with every value. */
export const driftFactValues = {
  /** Whether both sides hold the same now. */
  equal: [true, false],
  /** Whether it is known what was last agreed on. */
  known: [true, false],
  /** Whether the source gives another value than then. */
  sourceMoved: [true, false],
  /** Whether the target has another value than then. */
  targetMoved: [true, false],
} as const;

export type DriftFacts = {
  readonly [Name in keyof typeof driftFactValues]: (typeof driftFactValues)[Name][number];
};

/**
 * How both sides of an attribute stand to what they last agreed on. `unknown`: they differ, and that is all that is known. `kept`: they
 * differ as a person has chosen.
 */
export const driftStates = [
  "inStep",
  "unknown",
  "kept",
  "sourceChanged",
  "targetDrifted",
  "bothChanged",
] as const;
export type DriftState = (typeof driftStates)[number];

/** A row holds where all of its facts do. */
export interface DriftRow {
  readonly state: DriftState;
  readonly when: Partial<DriftFacts>;
}

/** The first row that holds decides. The last one always does. */
export const driftTable: readonly DriftRow[] = [
  { state: "inStep", when: { equal: true } },
  { state: "unknown", when: { known: false } },
  { state: "bothChanged", when: { sourceMoved: true, targetMoved: true } },
  { state: "sourceChanged", when: { sourceMoved: true } },
  { state: "targetDrifted", when: { targetMoved: true } },
  { state: "kept", when: {} },
];

const rowFor = firstRow<DriftFacts, DriftRow>(driftTable);

/** The one state that these facts amount to. */
export function decideDrift(facts: DriftFacts): DriftState {
  return rowFor(facts)?.state ?? "kept";
}

/** What becomes of an attribute: a change, a change that is left to a person, a word in the plan, or nothing. */
export type Treatment = "change" | "ask" | "report" | "none";

/** What each policy does about each state. */
export const treatments: Readonly<Record<DriftState, Readonly<Record<DriftPolicy, Treatment>>>> = {
  inStep: { revert: "none", keep: "none", ask: "none" },
  unknown: { revert: "change", keep: "change", ask: "change" },
  kept: { revert: "report", keep: "report", ask: "report" },
  sourceChanged: { revert: "change", keep: "change", ask: "change" },
  targetDrifted: { revert: "change", keep: "report", ask: "ask" },
  bothChanged: { revert: "change", keep: "ask", ask: "ask" },
};

/** The origin of a difference in a few words. */
export const originWords: Readonly<Record<Origin, string>> = {
  sourceChanged: "source changed",
  targetDrifted: "target drifted",
  bothChanged: "both changed",
};

/** The side that has moved, where it is known. */
export function originOf(state: DriftState): Origin | undefined {
  return state === "sourceChanged" || state === "targetDrifted" || state === "bothChanged"
    ? state
    : undefined;
}
