import { firstRow } from "../decision-rows.ts";
import type { Situation } from "../situation.ts";

/** What is known of a person when the situation is decided: everything that it can depend on, with every value that it can have. */
export const factValues = {
  /** Matched by the protect rule. */
  protected: [true, false],
  /** Matched by the scope filter. */
  inScope: [true, false],
  /** What the match rules found: no rivals; several ways in which accounts could belong together; a candidate that another account of that source has. */
  candidates: ["clear", "several", "taken"],
  /** State of the target's account: `inactive` includes hidden ones. */
  target: ["none", "active", "inactive"],
  /** Whether any source has a living account of the person. */
  alive: [true, false],
  /** Whether an earlier run linked the target's account to a source. */
  linked: [true, false],
  /** Whether every view that the conclusion rests on was read to its end. */
  complete: [true, false],
} as const;

export type Facts = { readonly [Name in keyof typeof factValues]: (typeof factValues)[Name][number] };

/** A row holds where all of its facts do. */
export interface DecisionRow {
  readonly situation: Situation;
  readonly when: Partial<Facts>;
}

/** The first row that holds decides. The last one always does: every person has a situation. */
export const decisionTable: readonly DecisionRow[] = [
  { situation: "protected", when: { protected: true } },
  { situation: "outOfScope", when: { inScope: false } },
  { situation: "ambiguous", when: { candidates: "several" } },
  { situation: "alreadyLinked", when: { candidates: "taken" } },
  { situation: "confirmed", when: { target: "active", alive: true, linked: true } },
  { situation: "incomplete", when: { complete: false } },
  { situation: "found", when: { target: "active", alive: true } },
  { situation: "dormant", when: { target: "inactive", alive: true } },
  { situation: "absent", when: { target: "none" } },
  { situation: "sourceMissing", when: { linked: true } },
  { situation: "unassigned", when: {} },
];

const rowFor = firstRow<Facts, DecisionRow>(decisionTable);

/** The one situation that these facts amount to. */
export function decideSituation(facts: Facts): Situation {
  return rowFor(facts)?.situation ?? "unassigned";
}
