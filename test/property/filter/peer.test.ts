import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Filter } from "scim2-parse-filter";
import * as peer from "scim2-parse-filter";
import { compileFilter } from "../../../src/filter/compile.ts";
import { parseFilter } from "../../../src/filter/parse.ts";
import { printFilter } from "../../../src/filter/print.ts";

/**
 * The language that scim2-parse-filter 0.2.10 reads as the RFC does: single values in lower-case letters that are all present, of the
 * type that they are compared with, and no value paths.
 */
const word = fc.stringMatching(/^[a-z]{1,4}$/);
const compare = fc.oneof(
  fc.record({
    op: fc.constantFrom("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"),
    attrPath: fc.constantFrom("first", "name.last"),
    compValue: word,
  }),
  fc.record({
    op: fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le"),
    attrPath: fc.constant("age"),
    compValue: fc.integer({ min: 0, max: 9 }),
  }),
  fc.record({ op: fc.constantFrom("eq", "ne"), attrPath: fc.constant("active"), compValue: fc.boolean() }),
  fc.record({
    op: fc.constant("pr" as const),
    attrPath: fc.constantFrom("first", "missing", "name.missing"),
  }),
);
const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    compare,
    fc.record({
      op: fc.constantFrom("and", "or"),
      filters: fc.array(tie("filter"), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant("not" as const), filter: tie("filter") }),
  ),
}));
const person = fc.record({
  first: word,
  name: fc.record({ last: word }),
  age: fc.integer({ min: 0, max: 9 }),
  active: fc.boolean(),
});

describe("the part of the language that scim2-parse-filter shares", () => {
  it("is read as the same tree", () => {
    fc.assert(
      fc.property(filter, (tree) => {
        const text = printFilter(tree);
        assert.deepEqual(parseFilter(text), peer.parse(text));
      }),
      { numRuns: 500 },
    );
  });

  it("matches the same people", () => {
    fc.assert(
      fc.property(filter, fc.array(person, { minLength: 5, maxLength: 10 }), (tree, people) => {
        const [ours, theirs] = [compileFilter(tree), peer.filter(tree)];
        assert.deepEqual(people.filter(ours), people.filter(theirs));
      }),
      { numRuns: 500 },
    );
  });
});
