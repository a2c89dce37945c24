import type { Owned } from "../access.ts";

/** What is thought to belong to somebody, and why. */
export interface Attributed {
  readonly connection: string;
  readonly id: string;
  /** How people read it. */
  readonly label: string;
  /** What it carries that is theirs. */
  readonly why: string;
}

/** Somebody who leaves, with what a person has to decide about. Nothing of it is changed. */
export interface Leaver {
  readonly person: string;
  /** Why they count as leaving, in one sentence. */
  readonly why: string;
  readonly accounts: readonly { readonly connection: string; readonly id: string }[];
  /** What belongs to them. */
  readonly owned: readonly Owned[];
  readonly serviceUsers: readonly Attributed[];
  readonly services: readonly Attributed[];
}

/** One reading of what those who leave may do. */
export interface PlanAccess {
  readonly connection: string;
  /** How many accounts were asked about. */
  readonly accounts: number;
  readonly grants: number;
  /** False where there may be permissions that could not be read. */
  readonly complete: boolean;
  readonly notes: readonly string[];
}
