import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { jaroWinkler } from "../../../../src/identity/similarity/jaro-winkler.ts";

/** Values that were worked out by hand; the first three are the examples of Winkler's papers. */
const rows: readonly (readonly [string, string, number])[] = [
  ["martha", "marhta", 0.9611],
  ["dixon", "dicksonx", 0.8133],
  ["dwayne", "duane", 0.84],
  ["ab", "ba", 0],
  ["ana", "ana", 1],
  ["ana", "", 0],
  ["", "", 0],
  ["abcd", "wxyz", 0],
  ["aa", "a", 0.85],
];

for (const [one, other, expected] of rows)
  test(`"${one}" and "${other}" are alike by ${expected}`, () => {
    assert.ok(Math.abs(jaroWinkler(one, other) - expected) < 0.0001, String(jaroWinkler(one, other)));
  });

test("it lies between 0 and 1, is 1 for equal texts alone, and does not care which text comes first", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const likeness = jaroWinkler(one, other);
      assert.ok(likeness >= 0 && likeness <= 1);
      assert.equal(likeness === 1, one === other && one !== "");
      assert.ok(Math.abs(likeness - jaroWinkler(other, one)) < 1e-9, `${one} ${other}`);
    }),
  );
});
