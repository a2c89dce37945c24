import type { Situation } from "../situation.ts";

/** What is known of a person when the situation is decided. */
export interface Facts {
  readonly protected: boolean;
  readonly inScope: boolean;
  /** More than one way in which accounts could belong together. */
  readonly disputed: boolean;
  /** A source account whose only candidate has another account of that source. */
  readonly turnedAway: boolean;
  /** State of the target's account: `inactive` includes hidden ones. */
  readonly target: "none" | "active" | "inactive";
  /** Whether any source has a living account of the person. */
  readonly alive: boolean;
  /** Whether an earlier run linked the target's account to a source. */
  readonly linked: boolean;
  /** Whether every view that the conclusion rests on was read to its end. */
  readonly complete: boolean;
}

interface Row {
  readonly holds: (facts: Facts) => boolean;
  readonly situation: Situation;
}

/** The first row that holds decides. The last one always holds: every person has a situation. */
const decisionTable: readonly Row[] = [
  { situation: "protected", holds: (facts) => facts.protected },
  { situation: "outOfScope", holds: (facts) => !facts.inScope },
  { situation: "ambiguous", holds: (facts) => facts.disputed },
  { situation: "alreadyLinked", holds: (facts) => facts.turnedAway },
  { situation: "confirmed", holds: (facts) => facts.target === "active" && facts.alive && facts.linked },
  { situation: "incomplete", holds: (facts) => !facts.complete },
  { situation: "found", holds: (facts) => facts.target === "active" && facts.alive },
  { situation: "dormant", holds: (facts) => facts.target === "inactive" && facts.alive },
  { situation: "absent", holds: (facts) => facts.target === "none" },
  { situation: "sourceMissing", holds: (facts) => facts.linked },
  { situation: "unassigned", holds: () => true },
];

/** The one situation that these facts amount to. */
export function decideSituation(facts: Facts): Situation {
  return decisionTable.find((row) => row.holds(facts))?.situation ?? "unassigned";
}
