import type { Maker } from "../maker.ts";
import type { Accounts } from "../records.ts";
import type { Outcome } from "../truth.ts";

/** One person's accounts at both moments. An account that did not change is the same object in both. */
export interface Life {
  readonly baseline: Accounts;
  readonly now: Accounts;
}

/** What a reconciler should make of a person, given the person's accounts. */
export interface Expectation {
  readonly accounts: Accounts;
  readonly memory: Outcome;
  readonly withoutMemory: Outcome;
}

/** One way in which a person's accounts can lie. */
export interface Kind {
  /** Which part of all people is of this kind; at least one person is. */
  readonly share: number;
  make(maker: Maker): Life;
  /** What is expected at the moment `now`. Empty where the person is not to be seen anywhere. */
  expect(now: Accounts): readonly Expectation[];
  /** The same at the moment `baseline`, when nobody is linked yet. Absent: found and in step. */
  readonly atBaseline?: Outcome;
}
