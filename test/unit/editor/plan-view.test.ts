import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  dependenciesOf,
  dependencyLines,
  dependencyNote,
} from "../../../src/editor/views/reconciliation/dependencies.ts";
import {
  planFilterExamples,
  planFilterRemark,
} from "../../../src/editor/views/reconciliation/plan-filter.ts";
import { change } from "../cli/samples.ts";

const off = change({ id: "off", action: "deactivate", person: "eve" });
const revoke = change({
  id: "revoke",
  action: "revoke",
  person: "eve",
  requires: ["off"],
  ask: true,
  set: {},
});
const handOver = change({ id: "over", action: "grant", person: "bob", requires: ["revoke"], set: {} });
const both = change({ id: "both", requires: ["off", "revoke", "of another plan"] });
const dependencies = dependenciesOf([off, revoke, handOver, both]);

describe("what a row says of other changes", () => {
  const cases = [
    [off, ""],
    [revoke, "asks · needs Deactivate"],
    [handOver, "needs Revoke eve"],
    [both, "needs 2 other changes"],
  ] as const;
  for (const [row, note] of cases)
    it(`${row.id}: ${note || "nothing"}`, () => assert.equal(dependencyNote(row, dependencies), note));

  it("says in full what is required, and what follows", () => {
    assert.deepEqual(dependencyLines(off, dependencies), [
      "2 changes cannot be without it: unticking it unticks those too.",
    ]);
    assert.deepEqual(dependencyLines(revoke, dependencies), [
      "The policy asks: it is left out until it is ticked.",
      "Requires: Deactivate eve. Ticking it ticks that too.",
      "2 changes cannot be without it: unticking it unticks those too.",
    ]);
    assert.deepEqual(dependencyLines(change(), dependencies), []);
  });
});

describe("the filter of the plan", () => {
  it("says where it is wrong, and nothing where it is right", () => {
    assert.equal(planFilterRemark('action eq "create"'), undefined);
    assert.match(planFilterRemark('action eq create"')?.message ?? "", /^Column 11: /);
    assert.match(
      planFilterRemark('actoin eq "create"')?.message ?? "",
      /^Column 1: .*Did you mean action\?$/,
    );
  });

  it("offers only examples that find something", () => {
    const filters = planFilterExamples([off, revoke]).map(({ filter }) => filter);
    assert.ok(filters.includes('action eq "revoke"'));
    assert.ok(filters.includes("ask eq true"));
    assert.ok(!filters.some((filter) => /create|origin/.test(filter)), filters.join("\n"));
  });
});
