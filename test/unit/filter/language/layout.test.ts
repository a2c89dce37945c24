import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { layOutFilter, straightenFilter } from "../../../../src/filter/language/layout.ts";
import { parseFilter } from "../../../../src/filter/parse.ts";

describe("the layout of a filter", () => {
  it("leaves a text alone that is none", () => {
    for (const text of ["", "userName", 'userName eq "a', "(title pr", "a == 1"]) {
      assert.equal(layOutFilter(text), undefined, text);
      assert.equal(straightenFilter(text), undefined, text);
    }
  });

  it("is one line where that is short enough", () => {
    assert.equal(layOutFilter('  userName   EQ "a"\n\nAND ((title pr))'), 'userName eq "a" and title pr');
  });

  it("has a line for each part where it is long, and means the same", () => {
    const part = (number: number) => `userName eq "somebody-with-a-long-name-${number}"`;
    const text = `title pr and (${part(1)} or ${part(2)} or ${part(3)}) and not (${part(4)} and ${part(5)} and ${part(6)})`;
    const laidOut = layOutFilter(text) ?? "";
    assert.equal(
      laidOut,
      [
        "title pr",
        "and (",
        `  ${part(1)}`,
        `  or ${part(2)}`,
        `  or ${part(3)}`,
        ")",
        "and not (",
        `  ${part(4)}`,
        `  and ${part(5)}`,
        `  and ${part(6)}`,
        ")",
      ].join("\n"),
    );
    assert.deepEqual(parseFilter(laidOut), parseFilter(text));
    assert.equal(layOutFilter(laidOut), laidOut);
  });
});
