import type { KindName } from "./kinds/kinds.ts";
import type { Moment } from "./records.ts";

export type TruthSituation =
  | "confirmed"
  | "found"
  | "alreadyLinked"
  | "absent"
  | "dormant"
  | "ambiguous"
  | "sourceMissing"
  | "unassigned"
  | "outOfScope"
  | "protected";

export type TruthAction = "none" | "update" | "create" | "reactivate" | "deactivate" | "report" | "ignore";

/** Attributes of the target with the value that each ends with. E-mails are given as the address alone. */
export type TruthSet = Readonly<Record<string, string | boolean>>;

/** What a person's situation is, and what the sample policy makes of it. */
export interface Outcome {
  readonly situation: TruthSituation;
  readonly action: TruthAction;
  readonly set: TruthSet;
}

/** One entry of the truth: a person, or an account that is an entry of its own. */
export interface TruthPerson extends Outcome {
  /** Unique, and the same at both moments. */
  readonly key: string;
  readonly kind: KindName;
  /** Ids of the accounts it is about, hidden ones included. */
  readonly accounts: {
    readonly odm: readonly string[];
    readonly astakos: readonly string[];
    readonly agave: readonly string[];
  };
  /** The same for a reconciler that has never run before. */
  readonly withoutMemory: Outcome;
}

/** How many entries there are of each sort. */
export interface Tally {
  readonly situations: Readonly<Partial<Record<TruthSituation, number>>>;
  readonly actions: Readonly<Partial<Record<TruthAction, number>>>;
}

export interface TruthCounts extends Tally {
  readonly kinds: Readonly<Partial<Record<KindName, number>>>;
  readonly withoutMemory: Tally;
}

/** What is true of the generated world at one moment, by the generator alone: nothing written to the platforms changes it. */
export interface Truth {
  readonly at: Moment;
  /** How many people were generated. */
  readonly users: number;
  readonly seed: number;
  readonly people: readonly TruthPerson[];
  readonly counts: TruthCounts;
}

/** Counts the entries of a truth by kind, situation and action. */
export function countPeople(people: readonly TruthPerson[]): TruthCounts {
  const withoutMemory = people.map((person) => person.withoutMemory);
  return {
    kinds: tally(people.map(({ kind }) => kind)),
    ...tallyOutcomes(people),
    withoutMemory: tallyOutcomes(withoutMemory),
  };
}

function tallyOutcomes(outcomes: readonly Outcome[]): Tally {
  return {
    situations: tally(outcomes.map(({ situation }) => situation)),
    actions: tally(outcomes.map(({ action }) => action)),
  };
}

function tally<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const counts: Partial<Record<Word, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
