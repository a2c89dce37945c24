import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { leftOutAtFirst, tickedAnew } from "../../../src/identity/selection.ts";

const change = (id: string, requires: readonly string[] = [], ask?: true) => ({
  id,
  requires,
  ...(ask && { ask }),
});
/** `deactivate` is first, each `revoke` needs it; `note` needs a revoke. */
const changes = [
  change("off"),
  change("revoke1", ["off"]),
  change("revoke2", ["off"]),
  change("note", ["revoke1"]),
];
const sorted = (ids: ReadonlySet<string>) => [...ids].toSorted();

describe("ticking changes", () => {
  it("unticks whatever requires the one that is unticked, over several steps", () => {
    assert.deepEqual(sorted(tickedAnew(changes, new Set(), ["revoke1"], false)), ["note", "revoke1"]);
    assert.deepEqual(sorted(tickedAnew(changes, new Set(), ["off"], false)), [
      "note",
      "off",
      "revoke1",
      "revoke2",
    ]);
  });

  it("ticks whatever the one that is ticked requires, and no more", () => {
    const none = new Set(changes.map(({ id }) => id));
    assert.deepEqual(sorted(tickedAnew(changes, none, ["note"], true)), ["revoke2"]);
  });

  it("comes to an end where changes require each other, and passes over what the plan does not have", () => {
    const ring = [change("a", ["b", "elsewhere"]), change("b", ["a"])];
    assert.deepEqual(sorted(tickedAnew(ring, new Set(), ["a"], false)), ["a", "b"]);
    assert.deepEqual(sorted(tickedAnew(ring, new Set(["a", "b"]), ["b"], true)), []);
  });

  it("leaves out at first what is asked about, with what requires it", () => {
    const asked = [change("off", [], true), change("revoke", ["off"]), change("update")];
    assert.deepEqual(sorted(leftOutAtFirst(asked)), ["off", "revoke"]);
    assert.deepEqual(sorted(leftOutAtFirst(changes)), []);
  });
});
