import type { Change, Dispute, Drift, Suggestion } from "../../../identity/plan.ts";
import type { NodeSubject } from "../../tree/node.ts";

/** One change of the plan in hand. */
export interface ChangeSubject extends NodeSubject {
  readonly kind: "change";
  readonly change: Change;
}

/** All changes with one action. */
export interface ChangeGroupSubject extends NodeSubject {
  readonly kind: "changeGroup";
  readonly changes: readonly Change[];
}

/** A person, by a key that Explain Person takes. */
export interface PersonSubject extends NodeSubject {
  readonly kind: "person";
  readonly key: string;
}

/** A run, by its id. */
export interface RunSubject extends NodeSubject {
  readonly kind: "run";
  readonly run: string;
}

/** The plan in hand as a whole. */
export interface PlanSubject extends NodeSubject {
  readonly kind: "plan";
}

/** Accounts that could belong together in more than one way. */
export interface DisputeSubject extends NodeSubject {
  readonly kind: "dispute";
  readonly dispute: Dispute;
}

/** Two accounts that look like one person's. */
export interface SuggestionSubject extends NodeSubject {
  readonly kind: "suggestion";
  readonly suggestion: Suggestion;
}

/** A value of the target that is left as it is. */
export interface DriftSubject extends NodeSubject {
  readonly kind: "drift";
  readonly drift: Drift;
}
