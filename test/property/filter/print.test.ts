import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseFilter, parseTolerant } from "../../../src/filter/parse.ts";
import { printFilter } from "../../../src/filter/print.ts";
import { anyFilter } from "./arbitrary.ts";

describe("any filter", () => {
  it("is read again as it was printed", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = printFilter(filter);
        assert.deepEqual(parseFilter(text), filter);
        assert.equal(printFilter(parseFilter(text)), text);
      }),
      { numRuns: 500 },
    );
  });

  it("is the same with other spaces, capitals and parentheses, and stays printed the same", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = ` ( \n${printFilter(filter)}\t) `;
        assert.equal(printFilter(parseFilter(text)), printFilter(filter));
      }),
    );
  });

  it("has its tokens and nodes in their places", () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const text = printFilter(filter);
        const { tokens, errors, filter: read, rangeOf } = parseTolerant(text);
        assert.deepEqual(errors, []);
        assert(tokens.every(({ start, end }, i) => start < end && start >= (tokens[i - 1]?.end ?? 0)));
        assert(tokens.every(({ role }) => role !== "invalid"));
        assert(read && rangeOf(read));
      }),
    );
  });
});
