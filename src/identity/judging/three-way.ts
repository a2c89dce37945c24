import type { Account, AttributeValue } from "../account.ts";
import type { AttributeSet } from "../directory.ts";
import { type DriftState, decideDrift, type Treatment, treatments } from "../drift.ts";
import { readString } from "../values.ts";
import type { KnownAgreement } from "../world.ts";
import { sameValue, type Wanted } from "./prospect.ts";

/** An attribute of the target beside what its sources want, and what both were last settled on. */
export interface Compared {
  readonly wanted: Wanted;
  /** What the target has. */
  readonly value: string | null;
  /** Absent where it is not known. */
  readonly agreed?: KnownAgreement;
  readonly state: DriftState;
  readonly treatment: Treatment;
}

/** What is known of the accounts of the target, by id and attribute. */
export type AgreementIndex = ReadonlyMap<string, ReadonlyMap<string, KnownAgreement>>;

/** Puts what was agreed on in order of accounts. */
export function indexAgreements(agreed: readonly KnownAgreement[]): AgreementIndex {
  const index = new Map<string, Map<string, KnownAgreement>>();
  for (const agreement of agreed) {
    const own = index.get(agreement.targetId);
    if (own) own.set(agreement.attribute, agreement);
    else index.set(agreement.targetId, new Map([[agreement.attribute, agreement]]));
  }
  return index;
}

/** Compares what is wanted of an account with what it has and with what was agreed on. What is in step, and known so, is left out. */
export function compareThreeWays(
  wanted: readonly Wanted[],
  target: Account,
  agreements: AgreementIndex,
): readonly Compared[] {
  const own = agreements.get(target.id);
  return wanted.flatMap((each) => {
    const { attribute, drift } = each;
    const value = readString(target, attribute) ?? null;
    const agreed = own?.get(attribute);
    const same = (a: AttributeValue, b: AttributeValue) => sameValue(attribute, a, b);
    const sourceMoved = agreed !== undefined && !same(each.value, agreed.source);
    const targetMoved = agreed !== undefined && !same(value, agreed.value);
    const equal = same(value, each.value);
    if (equal && agreed && !sourceMoved && !targetMoved) return [];
    const state = decideDrift({ equal, known: agreed !== undefined, sourceMoved, targetMoved });
    const treatment = treatments[state][drift];
    return [{ wanted: each, value, ...(agreed && { agreed }), state, treatment }];
  });
}

/** The new values of the attributes that are treated in one way. */
export function valuesTreated(compared: readonly Compared[], treatment: Treatment): AttributeSet {
  return Object.fromEntries(
    compared
      .filter((each) => each.treatment === treatment)
      .map(({ wanted: { attribute, value } }) => [attribute, value]),
  );
}

/** What has become of an attribute since both sides last agreed, in a sentence; undefined where they are in step, or nothing is known. */
export function driftSentence({ wanted, value, agreed, state, treatment }: Compared): string | undefined {
  if (!agreed || state === "inStep" || state === "unknown") return undefined;
  const [source, target, before] = [wanted.value, value, agreed.value].map((each) => JSON.stringify(each));
  const sentences: Readonly<Record<Exclude<DriftState, "inStep" | "unknown">, string>> = {
    kept: `The target keeps ${target} although the source says ${source}, as somebody has chosen.`,
    sourceChanged: `The source has changed from ${JSON.stringify(agreed.source)} to ${source}.`,
    targetDrifted: `The target has changed from ${before} to ${target}; the source still says ${source}.`,
    bothChanged: `Both have changed since the target had ${before}: the source to ${source}, the target to ${target}.`,
  };
  return `${sentences[state]}${state === "kept" ? "" : endings[treatment]}`;
}

const endings: Readonly<Record<Treatment, string>> = {
  change: "",
  ask: " A person decides.",
  report: " The policy keeps what the target has.",
  none: "",
};
