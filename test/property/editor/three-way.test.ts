import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { changedFields, type Fields, mergeChanges } from "../../../src/editor/edits/three-way.ts";

const leaf = fc.oneof(fc.constantFrom(null, true, 0, 1, "a", "b"), fc.array(fc.constantFrom(1, 2)));
const { object } = fc.letrec<{ object: Fields; value: unknown }>((tie) => ({
  object: fc.dictionary(fc.constantFrom("a", "b", "c", "d"), tie("value"), { maxKeys: 4 }),
  value: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("object")),
}));

const flat = fc.dictionary(fc.constantFrom("a", "b", "c"), leaf);
/** As it comes out of JSON, with the prototype of other objects. */
const plain = object.map((fields) => JSON.parse(JSON.stringify(fields)) as Fields);
const pick = (fields: Fields, names: readonly string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

/** What a field holds, as a text; a field that is absent differs from one that is null. */
const told = (fields: Fields, name: string) =>
  Object.hasOwn(fields, name) ? JSON.stringify(fields[name]) : "absent";

describe("merging", () => {
  it("of changes to different fields gives the same in either order, without a conflict, and has both", () => {
    fc.assert(
      fc.property(plain, plain, plain, (base, one, other) => {
        const mine = { ...pick(base, ["c", "d"]), ...pick(one, ["a", "b"]) };
        const theirs = { ...pick(base, ["a", "b"]), ...pick(other, ["c", "d"]) };
        const merge = mergeChanges(base, mine, theirs);
        assert.deepEqual(merge.conflicts, []);
        assert.deepEqual(merge.merged, { ...pick(one, ["a", "b"]), ...pick(other, ["c", "d"]) });
        assert.deepEqual(mergeChanges(base, theirs, mine).merged, merge.merged);
      }),
    );
  });

  it("finds the same conflicts from either side", () => {
    fc.assert(
      fc.property(plain, plain, plain, (base, one, other) => {
        const [there, back] = [mergeChanges(base, one, other), mergeChanges(base, other, one)];
        assert.deepEqual(there.conflicts.toSorted(), back.conflicts.toSorted());
        if (there.conflicts.length === 0) assert.deepEqual(there.merged, back.merged);
      }),
    );
  });

  it("of flat objects finds a conflict in every field that both changed to different values, and in no other", () => {
    fc.assert(
      fc.property(flat, flat, flat, (base, mine, theirs) => {
        const expected = ["a", "b", "c"].filter((name) => {
          const [before, here, there] = [base, mine, theirs].map((fields) => told(fields, name));
          return here !== before && there !== before && here !== there;
        });
        assert.deepEqual(mergeChanges(base, mine, theirs).conflicts.toSorted(), expected.toSorted());
      }),
    );
  });

  it("with nothing changed on one side gives the other side", () => {
    fc.assert(
      fc.property(plain, plain, (base, changed) => {
        assert.deepEqual(mergeChanges(base, changed, base).merged, changed);
        assert.deepEqual(mergeChanges(base, base, changed).merged, changed);
      }),
    );
  });

  it("once more with what came of it changes nothing", () => {
    fc.assert(
      fc.property(plain, plain, plain, (base, one, other) => {
        const { merged } = mergeChanges(base, one, other);
        assert.deepEqual(mergeChanges(other, merged, other).conflicts, []);
        assert.deepEqual(changedFields(merged, mergeChanges(other, merged, other).merged), {});
      }),
    );
  });
});

describe("a change", () => {
  it("has no field that is the same on both sides, and brings one side to the other", () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        const change = changedFields(before, after);
        for (const name of Object.keys(change)) assert.notDeepEqual(before[name], after[name]);
        const kept = Object.entries(before).filter(([name]) => name in after && !(name in change));
        const set = Object.entries(change).filter(([name]) => name in after);
        assert.deepEqual(Object.fromEntries([...kept, ...set]), after);
      }),
    );
  });
});
