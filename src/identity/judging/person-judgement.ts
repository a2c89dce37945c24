import type { Judgement } from "../judgement.ts";
import type { Disputed } from "../person.ts";
import type { LinkRef } from "../plan.ts";
import type { ChangeAction } from "../situation.ts";
import type { Wanted } from "./prospect.ts";

/** A judgement with what the plan needs beside it. */
export interface PersonJudgement extends Judgement {
  /** The accounts that no earlier run has linked. */
  readonly newLinks: readonly LinkRef[];
  /** The change that was called for and withheld. */
  readonly postponed?: ChangeAction;
  readonly wanted: readonly Wanted[];
  /** Why attributes cannot be set although a rule applies, in a sentence for each. */
  readonly failed: readonly string[];
  readonly disputed?: Disputed;
}
