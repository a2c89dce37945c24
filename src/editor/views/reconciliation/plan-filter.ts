import { FilterError } from "../../../filter/error.ts";
import { parseFilter } from "../../../filter/parse.ts";
import type { Change } from "../../../identity/plan.ts";
import { compilePlanFilter } from "../../../identity/plan-resource.ts";
import type { FilterExample } from "../../resources/local-filter.ts";
import type { Remark } from "../../ui/ask.ts";
import type { PlanFilter } from "./model.ts";
import { actionWords, situationWords } from "./words.ts";

/** Makes a filter over the plan of its text. Throws FilterError. */
export function planFilterOf(text: string): PlanFilter {
  return { text, matches: compilePlanFilter(parseFilter(text)) };
}

/** What is to be said of a filter over the plan while it is typed: the first error with its place. */
export function planFilterRemark(text: string): Remark | undefined {
  try {
    planFilterOf(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return { message: `Column ${error.range.start + 1}: ${error.message}` };
  }
}

/** Filters that are of use for these changes: each of them lets some through. */
export function planFilterExamples(changes: readonly Change[]): readonly FilterExample[] {
  const of = <K extends "action" | "situation">(key: K) => [...new Set(changes.map((change) => change[key]))];
  const attributes = new Set(changes.flatMap(({ set }) => Object.keys(set)));
  const examples: readonly FilterExample[] = [
    ...of("action").map((action) => ({
      filter: `action eq "${action}"`,
      finds: `changes that ${actionWords[action].title.toLowerCase()}`,
    })),
    ...of("situation").map((situation) => ({
      filter: `situation eq "${situation}"`,
      finds: `people who are ${situationWords[situation]}`,
    })),
    ...[...attributes].map((attribute) => ({
      filter: `attributes eq ${JSON.stringify(attribute)}`,
      finds: `changes that set ${attribute}`,
    })),
    { filter: 'values.origin eq "targetDrifted"', finds: "what drifted in the target" },
    { filter: "ask eq true", finds: "what the policy asks about" },
  ];
  return examples.filter(({ filter }) => changes.some(planFilterOf(filter).matches));
}
