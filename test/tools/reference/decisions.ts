import {
  actionMeanings,
  situationActions,
  situationMeanings,
} from "../../../src/config/situation-actions.ts";
import { type DriftFacts, driftTable, treatments } from "../../../src/identity/drift.ts";
import { decisionTable, type Facts } from "../../../src/identity/judging/decision.ts";
import { defaultSituations, driftPolicies } from "../../../src/identity/policy.ts";
import { policyActions } from "../../../src/identity/situation.ts";

/** How a fact reads where a row asks for it. */
const words: { readonly [Name in keyof Facts]: Readonly<Record<`${Facts[Name]}`, string>> } = {
  protected: { true: "matched by the protect rule", false: "not protected" },
  inScope: { true: "matched by the scope filter", false: "not matched by the scope filter" },
  candidates: {
    clear: "the match rules leave no doubt",
    several: "accounts could belong together in more than one way",
    taken: "the only candidate has another account of that source",
  },
  target: {
    none: "no account in the target",
    active: "an active account in the target",
    inactive: "a deactivated account in the target, whether or not the target still shows it",
  },
  alive: { true: "alive in a source", false: "alive in no source" },
  linked: { true: "linked by an earlier run", false: "never linked" },
  complete: {
    true: "all was read that this rests on",
    false: "something that this rests on was not read to its end",
  },
};

/** How a fact of an attribute reads where a row asks for it. */
const driftWords: { readonly [Name in keyof DriftFacts]: Readonly<Record<`${boolean}`, string>> } = {
  equal: { true: "source and target hold the same", false: "they differ" },
  known: { true: "it is known what they agreed on", false: "it is not known what they agreed on" },
  sourceMoved: { true: "the source has moved since both agreed", false: "the source has not moved" },
  targetMoved: { true: "the target has moved since both agreed", false: "the target has not moved" },
};

/** What becomes of an attribute. */
const treatmentWords = {
  change: "a change",
  ask: "a change that a person takes in, or not",
  report: "left as it is, and said so",
  none: "nothing",
} as const;

/** The page on what is concluded of a person and what may be done about it, made from the decision table and the policy's choices. */
export function decisionsPage(): string {
  return `${[
    "# What Rollcall concludes, and what it does",
    "Everyone is in exactly one situation: that of the first row whose facts all hold. The `situations` of `rollcall.jsonc` say what is done in each; without a word there, the action in bold is.",
    [
      "| Situation | The first row that holds | What is done | |",
      "| --- | --- | --- | --- |",
      ...decisionTable.map(({ situation, when }) => {
        const facts = Object.entries(when).map(([name, value]) => wordsOf(name as keyof Facts, value));
        const actions = situationActions[situation].map((action) =>
          action === defaultSituations[situation] ? `**${action}**` : action,
        );
        const meaning = situationMeanings[situation];
        return `| ${situation} | ${facts.join("; ") || "everybody else"} | ${actions.join(", ")} | ${meaning} |`;
      }),
    ].join("\n"),
    "A group of accounts in doubt is protected where all of them are, and in scope where any of them is.",
    [
      "| Action | |",
      "| --- | --- |",
      ...policyActions.map((action) => `| ${action} | ${actionMeanings[action]} |`),
    ].join("\n"),
    "## Drift",
    "What becomes of an attribute that a rule of `set` keeps in step, by what both sides were when they last agreed and by the rule's `drift`. The first row that holds decides.",
    driftRows().join("\n"),
  ].join("\n\n")}\n`;
}

function wordsOf(name: keyof Facts, value: Facts[keyof Facts]): string {
  const readings: Readonly<Record<string, string>> = words[name];
  return readings[String(value)] ?? String(value);
}

function driftRows(): readonly string[] {
  return [
    `| State | The first row that holds | ${driftPolicies.map((policy) => `\`${policy}\``).join(" | ")} |`,
    `| --- | --- |${driftPolicies.map(() => " --- |").join("")}`,
    ...driftTable.map(({ state, when }) => {
      const facts = Object.entries(when).map(
        ([name, value]) => driftWords[name as keyof DriftFacts][`${value}`],
      );
      const cells = driftPolicies.map((policy) => treatmentWords[treatments[state][policy]]);
      return `| ${state} | ${facts.join("; ") || "everything else: both are as when a person chose to keep the target's value"} | ${cells.join(" | ")} |`;
    }),
  ];
}
