import type { Account } from "./account.ts";
import type { AttributeSet } from "./directory.ts";
import type { LinkRef } from "./plan.ts";
import type { ChangeAction, Situation } from "./situation.ts";

/** One step on the way from what was read to what is done, in words. */
export interface Step {
  readonly step: "read" | "scope" | "match" | "situation" | "drift" | "action";
  readonly text: string;
}

/** What is true of a person and what is done about it, with every reason. */
export interface Judgement {
  /** How a person reads who this is: an e-mail where there is one. */
  readonly person: string;
  /** The target's account, or several where they are in dispute. A hidden account is given as it was last seen. */
  readonly targets: readonly Account[];
  readonly sources: readonly Account[];
  readonly links: readonly LinkRef[];
  readonly situation: Situation;
  /** `none`: all is as it should be. */
  readonly action: ChangeAction | "none" | "report" | "ignore";
  /** What a change would set: attribute to new value. Empty where there is no change. */
  readonly set: AttributeSet;
  /** What a further change would set that is left to a person. Absent where there is nothing. */
  readonly asked?: AttributeSet;
  /** Set where a change was called for and withheld. */
  readonly withheld?: "grace" | "incomplete";
  readonly why: string;
  readonly steps: readonly Step[];
}
