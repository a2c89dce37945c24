import assert from "node:assert/strict";
import { test } from "node:test";
import { decideSituation, type Facts, factValues } from "../../../src/identity/judging/decision.ts";
import { type Situation, situations } from "../../../src/identity/situation.ts";

/** Every combination of facts that can occur: a person without an account in the target is alive in a source. */
const everyCase = Object.entries(factValues)
  .reduce<readonly object[]>(
    (cases, [name, values]) => cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )
  .map((each) => each as Facts)
  .filter(({ target, alive }) => alive || target !== "none");

/** Where each situation applies, and nowhere else. */
const conditions: readonly (readonly [Situation, (facts: Facts) => boolean])[] = [
  ["protected", (facts) => facts.protected],
  ["outOfScope", (facts) => !facts.protected && !facts.inScope],
  ["ambiguous", (facts) => isLookedAfter(facts) && facts.candidates === "several"],
  ["alreadyLinked", (facts) => isLookedAfter(facts) && facts.candidates === "taken"],
  ["confirmed", (facts) => isClear(facts) && facts.target === "active" && facts.alive && facts.linked],
  [
    "found",
    (facts) => isClear(facts) && facts.target === "active" && facts.alive && !facts.linked && facts.complete,
  ],
  ["dormant", (facts) => isClear(facts) && facts.target === "inactive" && facts.alive && facts.complete],
  ["absent", (facts) => isClear(facts) && facts.target === "none" && facts.complete],
  ["sourceMissing", (facts) => isClear(facts) && !facts.alive && facts.linked && facts.complete],
  ["unassigned", (facts) => isClear(facts) && !facts.alive && !facts.linked && facts.complete],
  [
    "incomplete",
    (facts) =>
      isClear(facts) && !facts.complete && !(facts.target === "active" && facts.alive && facts.linked),
  ],
];

function isLookedAfter(facts: Facts): boolean {
  return !facts.protected && facts.inScope;
}

function isClear(facts: Facts): boolean {
  return isLookedAfter(facts) && facts.candidates === "clear";
}

test("every combination of facts is in exactly the situation whose condition it fulfils", () => {
  for (const facts of everyCase) {
    const fulfilled = conditions.filter(([, holds]) => holds(facts)).map(([situation]) => situation);
    assert.deepEqual([decideSituation(facts)], fulfilled, JSON.stringify(facts));
  }
});

test("there is a cell for every combination", () => {
  assert.equal(everyCase.length, 2 ** 4 * 3 * (2 * 3 - 1));
  assert.equal(new Set(everyCase.map((facts) => JSON.stringify(facts))).size, everyCase.length);
});

test("every situation occurs", () => {
  assert.deepEqual(new Set(everyCase.map(decideSituation)), new Set(situations));
});
