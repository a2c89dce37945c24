import type { JSONPath } from "jsonc-parser";
import { valueForExample } from "../identity/judging/rule-value.ts";
import { tooLong } from "../identity/mapping/evaluate.ts";
import type { SetRule } from "../identity/policy.ts";
import type { ConfigurationProblem } from "./problem.ts";
import type { WrittenReconcile } from "./schema.ts";
import { didYouMean } from "./suggest.ts";
import type { TextDocument } from "./text-document.ts";

type Examples = NonNullable<NonNullable<WrittenReconcile["set"]>[number]["examples"]>;

/**
 * Tries a `set` rule on its examples: a problem for each that does not hold, and for each connection that takes no part.
 * @param path Where the rule stands in the file.
 */
export function checkExamples(
  examples: Examples,
  rule: SetRule,
  connections: readonly string[],
  path: JSONPath,
  document: TextDocument,
): readonly ConfigurationProblem[] {
  return examples.flatMap(({ person, gives }, index) => {
    const at = [...path, "examples", index];
    const strangers = Object.keys(person).filter((name) => !connections.includes(name));
    if (strangers.length > 0)
      return strangers.map((name) => {
        const message = `"${name}" is not a connection that takes part. ${didYouMean(name, connections)}`;
        return document.problem("unknownConnection", message, document.placeOfName([...at, "person", name]));
      });
    const value = valueForExample(rule, person) ?? null;
    if (value === gives) return [];
    const message = `The rule gives ${inWords(value)} for this person, not ${inWords(gives)}.`;
    return [document.problem("example", message, document.placeOf([...at, "gives"]))];
  });
}

function inWords(value: string | typeof tooLong | null): string {
  if (value === tooLong) return "a text that is too long";
  return value === null ? "no value" : JSON.stringify(value);
}
