import { compareText } from "./order.ts";
import type { MatchPart, MatchRule } from "./policy.ts";
import { printSourceAttribute } from "./source-attribute.ts";

/** The pairs of attributes that a rule compares: one, or several that must agree together. */
export function partsOf(rule: MatchRule): readonly MatchPart[] {
  return "all" in rule ? rule.all : [rule];
}

/** The source that a rule is about. */
export function sourceOf(rule: MatchRule): string {
  return partsOf(rule)[0]?.source.connection ?? "";
}

/** The same for rules whose values can be compared: those over the same attributes of the target, in whatever order. */
export function comparisonOf(rule: MatchRule): string {
  return "all" in rule
    ? JSON.stringify(rule.all.map(({ target }) => target).toSorted(compareText))
    : rule.target;
}

/** The pairs of a rule in words, in the order of the configuration: `userName = tacc.username and displayName = tacc.fullName`. */
export function printMatchRule(rule: MatchRule, relation: "=" | "equals"): string {
  return partsOf(rule)
    .map(({ target, source }) => `${target} ${relation} ${printSourceAttribute(source)}`)
    .join(" and ");
}
