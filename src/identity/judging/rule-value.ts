import {
  attributesOfPerson,
  evaluateExpression,
  longestText,
  type ReadAttribute,
  type tooLong,
} from "../mapping/evaluate.ts";
import type { SetRule } from "../policy.ts";
import { type CompiledSetRule, compileSetRule } from "./compiled-policy.ts";

/** What a `set` rule gives for somebody, and how the rule reads: `displayName from tacc.fullName`. */
export interface RuleValue {
  readonly value: string | typeof tooLong;
  readonly rule: string;
}

/** What the first expression of a rule gives that gives anything. */
export function valueOfRule({ from }: CompiledSetRule, read: ReadAttribute): RuleValue | undefined {
  for (const { expression, rule } of from) {
    const value = evaluateExpression(expression, read);
    if (value !== undefined) return { value, rule };
  }
  return undefined;
}

/** Why a rule sets nothing where it gives `tooLong`, in a sentence. */
export function tooLongText(rule: string): string {
  const most = longestText.toLocaleString("en");
  return `Not set: ${rule}, because a text in it has more than ${most} characters.`;
}

/**
 * What a rule gives for a person who is given as one complex attribute for each connection. Throws FilterError where its
 * condition cannot be evaluated.
 */
export function valueForExample(
  rule: SetRule,
  person: Readonly<Record<string, unknown>>,
): string | typeof tooLong | undefined {
  const compiled = compileSetRule(rule);
  if (compiled.when && !compiled.when(person)) return undefined;
  return valueOfRule(compiled, attributesOfPerson(person))?.value;
}
