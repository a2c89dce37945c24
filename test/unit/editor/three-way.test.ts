import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changedFields, type Fields, mergeChanges } from "../../../src/editor/edits/three-way.ts";

describe("the change of an object", () => {
  it("is what differs, and null for what was taken out", () => {
    const before = { a: 1, b: [1, 2], c: { d: null }, e: "x" };
    assert.deepEqual(changedFields(before, { c: { d: null }, b: [2, 1], a: 1, f: false }), {
      b: [2, 1],
      e: null,
      f: false,
    });
  });

  it("takes names that every object answers to for what they are", () => {
    const before = JSON.parse('{"constructor": 1}') as Fields;
    assert.deepEqual(Object.entries(changedFields(before, {})), [["constructor", null]]);
    assert.deepEqual(mergeChanges({}, { toString: "mine" }, {}).conflicts, []);
  });
});

describe("two changes to the same object", () => {
  const base = { name: "a", tags: ["x"], value: { owner: "ana", size: 1 } };

  it("are brought together where they are to different places, however deep", () => {
    const mine = { ...base, value: { owner: "ben", size: 1 } };
    const theirs = { name: "b", value: { owner: "ana", size: 2, more: true } };
    assert.deepEqual(mergeChanges(base, mine, theirs), {
      merged: { name: "b", value: { owner: "ben", size: 2, more: true } },
      conflicts: [],
      theirs: ["tags", "value.size", "value.more", "name"].toSorted(
        (one, other) => order.indexOf(one) - order.indexOf(other),
      ),
    });
  });

  it("conflict where they are to the same place, and only there; mine stands in the merge", () => {
    const mine = { ...base, tags: ["x", "y"], value: { owner: "ben", size: 1 } };
    const theirs = { ...base, tags: ["x", "z"], value: { owner: "eva", size: 2 } };
    const { merged, conflicts } = mergeChanges(base, mine, theirs);
    assert.deepEqual(conflicts, ["tags", "value.owner"]);
    assert.deepEqual(merged, { name: "a", tags: ["x", "y"], value: { owner: "ben", size: 2 } });
  });

  it("do not conflict where they are the same", () => {
    const both = { ...base, tags: [] };
    assert.deepEqual(mergeChanges(base, both, both), { merged: both, conflicts: [], theirs: [] });
  });

  it("conflict where one takes out what the other changes", () => {
    const { value: _, ...without } = base;
    const changed = { ...base, value: { owner: "ana", size: 9 } };
    assert.deepEqual(mergeChanges(base, without, changed).conflicts, ["value"]);
    assert.deepEqual(mergeChanges(base, changed, without).conflicts, ["value"]);
  });

  it("tell null from what is not there", () => {
    const { merged } = mergeChanges({ a: 1, b: null }, { a: null, b: null }, { a: 1, b: null });
    assert.deepEqual(merged, { a: null, b: null });
  });
});

const order = ["name", "tags", "value.size", "value.more"];
