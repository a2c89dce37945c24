import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Filter } from "scim2-parse-filter";
import { printFilter } from "../../../src/filter/print.ts";

describe("a tree that no text stands for", () => {
  const trees: readonly Filter[] = [
    { op: "and", filters: [] },
    { op: "not", filter: { op: "or", filters: [] } },
    { op: "eq", attrPath: "n", compValue: Number.NaN },
    { op: "eq", attrPath: "n", compValue: Number.POSITIVE_INFINITY },
    { op: "pr", attrPath: "" },
    { op: "pr", attrPath: 'a pr or b eq "x"' },
    { op: "[]", attrPath: "a.b.c", valFilter: { op: "pr", attrPath: "d" } },
  ];
  for (const tree of trees) {
    it(`is refused: ${JSON.stringify(tree)}`, () => {
      assert.throws(() => printFilter(tree), { name: "FilterError", code: "unprintable" });
    });
  }
});

describe("printing", () => {
  it("writes one part under a connective as the part alone", () => {
    assert.equal(printFilter({ op: "and", filters: [{ op: "pr", attrPath: "a" }] }), "a pr");
  });
});
