import type { Change } from "../../../identity/plan.ts";
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
