import type { Account } from "../account.ts";
import { comparisonOf, partsOf, printMatchRule, sourceOf } from "../match-rule.ts";
import { compareText } from "../order.ts";
import type { MatchPart, MatchRule } from "../policy.ts";
import { normaliseKey, readStrings } from "../values.ts";

/** The most combinations of values that one account may have for one rule. */
export const mostCombinations = 1000;

/** A match rule as accounts are compared by it: two belong together where they have a key in common. */
export interface ComparedRule {
  /** The source that it is about. */
  readonly connection: string;
  /** The same for rules whose keys can be compared: those over the same attributes of the target. */
  readonly comparison: string;
  /** These attributes in words: `emails.value`, `userName and displayName`. */
  readonly attributes: string;
  /** That a source's account and one of the target agree, in words. */
  readonly evidence: string;
  /** Distinct keys of an account of the source. None where it lacks any part. */
  readonly sourceKeys: (account: Account) => readonly string[];
  /** Distinct keys of an account of the target. */
  readonly targetKeys: (account: Account) => readonly string[];
}

/** Prepares the match rules of a policy, in their order. */
export function compareBy(rules: readonly MatchRule[]): readonly ComparedRule[] {
  return rules.map((rule, position) => {
    const parts = partsOf(rule).toSorted(byTarget);
    const targets = parts.map(({ target }) => target);
    const common = {
      comparison: comparisonOf(rule),
      connection: sourceOf(rule),
      attributes: partsOf(rule)
        .map(({ target }) => target)
        .join(" and "),
      evidence: printMatchRule(rule, "equals"),
    };
    const [single] = parts;
    if (single && !("all" in rule))
      return {
        ...common,
        sourceKeys: (account) => valuesOf(account, single.source.path, single.target),
        targetKeys: (account) => valuesOf(account, single.target, single.target),
      };
    return {
      ...common,
      sourceKeys: (account) =>
        combined(
          parts.map(({ source, target }) => valuesOf(account, source.path, target)),
          account,
          position,
        ),
      targetKeys: (account) =>
        combined(
          targets.map((target) => valuesOf(account, target, target)),
          account,
          position,
        ),
    };
  });
}

/** So that the order in which the pairs were written has no influence. */
function byTarget(one: MatchPart, other: MatchPart): number {
  return compareText(one.target, other.target) || compareText(one.source.path, other.source.path);
}

/** Distinct normalised values at a path, compared the way the target's attribute is. */
function valuesOf(account: Account, path: string, targetAttribute: string): readonly string[] {
  const keys = readStrings(account, path).map((value) => normaliseKey(targetAttribute, value));
  return keys.length > 1 ? [...new Set(keys)] : keys;
}

/** Every choice of one value for each part, as JSON, which no value can forge. Throws an Error where there are too many. */
function combined(
  parts: readonly (readonly string[])[],
  { connection, id }: Account,
  position: number,
): readonly string[] {
  const count = parts.reduce((product, values) => product * values.length, 1);
  if (count > mostCombinations)
    throw new Error(
      `${connection} ${id} has ${count.toLocaleString("en")} combinations of values for match[${position}], and ${mostCombinations.toLocaleString("en")} at most are compared. Name attributes with fewer values there.`,
    );
  let choices: readonly (readonly string[])[] = [[]];
  for (const values of parts)
    choices = choices.flatMap((choice) => values.map((value) => [...choice, value]));
  return choices.map((choice) => JSON.stringify(choice));
}
