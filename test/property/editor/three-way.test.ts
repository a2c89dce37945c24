import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { applied, changedFields, mergeChanges } from "../../../src/editor/edits/three-way.ts";

const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 3 }));
const fields = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] });
const mineNames = ["a", "b", "c"];
const theirNames = ["d", "e", "f"];
const all = fields([...mineNames, ...theirNames]);

test("what is changed, applied to what it was, gives what it is", () => {
  fc.assert(
    fc.property(all, all, (before, after) => {
      assert.deepEqual(applied(before, changedFields(before, after)), { ...after });
    }),
  );
});

test("changes to different fields never conflict, and come together whichever comes first", () => {
  fc.assert(
    fc.property(all, fields(mineNames), fields(theirNames), (base, mine, theirs) => {
      const my = { ...base, ...mine };
      const their = { ...base, ...theirs };
      const merge = mergeChanges(base, my, their);
      assert.deepEqual(merge.conflicts, []);
      assert.deepEqual(applied(their, merge.change), { ...base, ...mine, ...theirs });
      const other = mergeChanges(base, their, my);
      assert.deepEqual(applied(my, other.change), applied(their, merge.change));
    }),
  );
});

test("every field that both changed to different values is a conflict, and no other", () => {
  fc.assert(
    fc.property(all, all, all, (base, mine, theirs) => {
      const my = changedFields(base, mine);
      const their = changedFields(base, theirs);
      const expected = Object.keys(my).filter(
        (name) => name in their && JSON.stringify(my[name]) !== JSON.stringify(their[name]),
      );
      assert.deepEqual(mergeChanges(base, mine, theirs).conflicts, expected);
    }),
  );
});

test("nothing is written where nothing was changed here", () => {
  fc.assert(
    fc.property(all, all, (base, theirs) => {
      assert.deepEqual(mergeChanges(base, base, theirs).change, {});
    }),
  );
});
