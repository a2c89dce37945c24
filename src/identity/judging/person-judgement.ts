import type { Judgement } from "../judgement.ts";
import type { Disputed } from "../person.ts";
import type { GraceWait, LinkRef } from "../plan.ts";
import type { ChangeAction } from "../situation.ts";
import type { Wanted } from "./prospect.ts";
import type { Compared } from "./three-way.ts";

/** A judgement with what the plan needs beside it. */
export interface PersonJudgement extends Judgement {
  /** The accounts that no earlier run has linked. */
  readonly newLinks: readonly LinkRef[];
  /** The change that was called for and withheld. */
  readonly postponed?: ChangeAction;
  /** How long it waits, where it is withheld for its grace period. */
  readonly grace?: GraceWait;
  readonly wanted: readonly Wanted[];
  /** Why attributes cannot be set although a rule applies, in a sentence for each. */
  readonly failed: readonly string[];
  /** The attributes that differ from what is wanted, or that have come to agree. Empty where nothing is certain. */
  readonly compared: readonly Compared[];
  readonly disputed?: Disputed;
}
