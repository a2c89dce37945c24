import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type DriftFacts,
  type DriftState,
  decideDrift,
  driftFactValues,
  driftStates,
  originOf,
  type Treatment,
  treatments,
} from "../../../src/identity/drift.ts";
import type { DriftPolicy } from "../../../src/identity/policy.ts";

/** Every combination of facts that can occur: where nothing is known, nothing is known to have moved. */
const everyCase = Object.entries(driftFactValues)
  .reduce<readonly object[]>(
    (cases, [name, values]) => cases.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  )
  .map((each) => each as DriftFacts)
  .filter(({ known, sourceMoved, targetMoved }) => known || !(sourceMoved || targetMoved));

/** Whether both are equal, it is known what they agreed on, the source has moved, the target has moved: and what that amounts to. */
const cells: readonly (readonly [boolean, boolean, boolean, boolean, DriftState])[] = [
  [true, true, true, true, "inStep"],
  [true, true, true, false, "inStep"],
  [true, true, false, true, "inStep"],
  [true, true, false, false, "inStep"],
  [true, false, false, false, "inStep"],
  [false, true, true, true, "bothChanged"],
  [false, true, true, false, "sourceChanged"],
  [false, true, false, true, "targetDrifted"],
  [false, true, false, false, "kept"],
  [false, false, false, false, "unknown"],
];

for (const [equal, known, sourceMoved, targetMoved, state] of cells) {
  const facts = { equal, known, sourceMoved, targetMoved };
  test(`${JSON.stringify(facts)} is ${state}`, () => assert.equal(decideDrift(facts), state));
}

test("there is a cell for every combination, and every state occurs", () => {
  const named = cells.map(([equal, known, sourceMoved, targetMoved]) =>
    JSON.stringify({ equal, known, sourceMoved, targetMoved }),
  );
  assert.deepEqual(new Set(named), new Set(everyCase.map((facts) => JSON.stringify(facts))));
  assert.equal(new Set(named).size, cells.length);
  assert.deepEqual(new Set(cells.map(([, , , , state]) => state)), new Set(driftStates));
});

/** What revert, keep and ask make of each state. */
const treated: Readonly<Record<DriftState, readonly [Treatment, Treatment, Treatment]>> = {
  inStep: ["none", "none", "none"],
  unknown: ["change", "change", "change"],
  kept: ["report", "report", "report"],
  sourceChanged: ["change", "change", "change"],
  targetDrifted: ["change", "report", "ask"],
  bothChanged: ["change", "ask", "ask"],
};

for (const state of driftStates) {
  test(`what the policies make of ${state}`, () => {
    const policies: readonly DriftPolicy[] = ["revert", "keep", "ask"];
    assert.deepEqual(
      policies.map((policy) => treatments[state][policy]),
      treated[state],
    );
  });
}

test("the origin of a difference is the side that has moved, where that is known", () => {
  const origins = driftStates.flatMap((state) => originOf(state) ?? []);
  assert.deepEqual(origins, ["sourceChanged", "targetDrifted", "bothChanged"]);
});
