import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { createFaultLayer } from "../../../src/sandbox/faults/layer.ts";
import { type FaultSpec, readFaults } from "../../../src/sandbox/faults/spec.ts";

/** Reads a list of the numbers below `total` by what arrives, until a page is empty. */
function readAll(total: number, count: number, specs: readonly FaultSpec[]): number[] {
  const items = Array.from({ length: total }, (_, index) => index);
  const layer = createFaultLayer();
  layer.set(specs);
  const read: number[] = [];
  for (;;) {
    const { bendPage } = layer.meet({ platform: "odm", method: "GET", path: "/" });
    const { start, count: given } = bendPage({ start: read.length, count, total });
    const page = items.slice(start, start + given);
    assert.ok(page.length <= count, "never more than was asked for");
    if (page.length === 0) return read;
    read.push(...page);
  }
}

const small = (min: number, max: number) => fc.integer({ min, max });
const faults = fc.shuffledSubarray(["shortPages", "overlappingPages", "movingTotal"]).chain((kinds) =>
  fc.tuple(
    ...kinds.map((kind) =>
      fc.record({
        kind: fc.constant(kind),
        every: small(1, 4),
        times: small(1, 9),
        ...(kind === "overlappingPages" ? { items: small(1, 12) } : {}),
      }),
    ),
  ),
);

describe("Bent pages", () => {
  it("lose nothing for whoever reads by what arrives until nothing does", () => {
    fc.assert(
      fc.property(small(0, 120), small(1, 30), faults, (total, count, specs) => {
        const read = readAll(total, count, readFaults([...specs]));
        assert.deepEqual(
          [...new Set(read)].sort((left, right) => left - right),
          readAll(total, count, []),
        );
      }),
      { numRuns: 300 },
    );
  });

  it("lose items where they are told to", () => {
    const lossy = readAll(100, 20, [{ kind: "overlappingPages", lossy: true, items: 3 }]);
    assert.equal(new Set(lossy).size, 88);
    assert.deepEqual(lossy.slice(20, 22), [23, 24]);
  });
});
