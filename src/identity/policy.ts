import type { Filter } from "scim2-parse-filter";
import type { LeaversPolicy } from "./leavers/policy.ts";
import type { Expression } from "./mapping/expression.ts";
import type { Pin } from "./pin.ts";
import type { ProtectedNames } from "./protection.ts";
import type { ChangeAction, PolicyAction, Situation } from "./situation.ts";
import type { SourceAttribute } from "./source-attribute.ts";

/** A pair of attributes that are compared: the target's equals the source's, after normalisation. */
export interface MatchPart {
  /** Attribute of the target: `externalId`, `userName`, `emails.value`. */
  readonly target: string;
  readonly source: SourceAttribute;
}

/** Several pairs that must agree together. Every source is of the same connection. */
export interface CompoundMatch {
  readonly all: readonly MatchPart[];
}

/** Accounts belong together where the pair agrees, or where all pairs do. */
export type MatchRule = MatchPart | CompoundMatch;

/**
 * What is done about a value that has moved in the target by itself: set back to what the source says, left as it is, or left to a
 * person.
 */
export const driftPolicies = ["revert", "keep", "ask"] as const;
export type DriftPolicy = (typeof driftPolicies)[number];

/** What an attribute of the target should be. */
export interface SetRule {
  readonly attribute: string;
  /** Tried in order; the first that has a value gives it. */
  readonly from: readonly Expression[];
  /** Holds over the person: one complex attribute for each connection. */
  readonly when?: Filter;
  /** Whether the rule keeps the attribute in step, or only fills it in a new account. */
  readonly on: "always" | "create";
  /** `revert` where this is absent. */
  readonly drift?: DriftPolicy;
}

/** The most changes of one kind that a plan may hold: a number, or a share of the target's accounts (rounded up). */
export type Limit = { readonly count: number } | { readonly percent: number };

/** Limits that hold for the accounts of the target which a filter matches. */
export interface ScopedLimits {
  /** What people call them; the filter's text where nothing is said. */
  readonly name: string;
  readonly filter: Filter;
  readonly limits: Readonly<Partial<Record<ChangeAction, Limit>>>;
}

/** How long a person must have been missing from the sources before being deactivated. */
export type Grace = { readonly runs: number } | { readonly days: number };

/** How SCIM users are reconciled with other accounts: the `reconcile` section of the configuration, parsed. */
export interface Policy {
  readonly target: string;
  readonly sources: readonly string[];
  readonly scope?: Filter;
  readonly protect?: Filter;
  /** Users of the target that are protected besides, by their names. */
  readonly protectNamed?: ProtectedNames;
  readonly match: readonly MatchRule[];
  readonly set: readonly SetRule[];
  readonly situations: Readonly<Record<Situation, PolicyAction>>;
  readonly limits: Readonly<Partial<Record<ChangeAction, Limit>>>;
  /** Limits that hold beside those, each for some accounts alone. */
  readonly scopedLimits?: readonly ScopedLimits[];
  readonly grace?: Grace;
  /** Accounts that belong together whatever else speaks for or against it: a source account once, and once a target's for each source. */
  readonly pinned?: readonly Pin[];
  /** Accounts that are never brought together. */
  readonly apart?: readonly Pin[];
  /** Absent: nothing is read or withdrawn of what those who leave may do elsewhere. */
  readonly leavers?: LeaversPolicy;
}

/**
 * What happens where the configuration does not say. Nothing is deactivated unless the configuration asks for it,
 * and what the engine cannot be sure of is left to a person.
 */
export const defaultSituations: Readonly<Record<Situation, PolicyAction>> = {
  confirmed: "update",
  found: "update",
  alreadyLinked: "report",
  absent: "create",
  dormant: "reactivate",
  ambiguous: "report",
  sourceMissing: "report",
  unassigned: "report",
  outOfScope: "ignore",
  protected: "ignore",
  incomplete: "report",
};
