import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { createPace } from "../../../../src/sandbox/agave/pace.ts";

/** Something that arrives after a number of steps. */
function thing(steps: number) {
  const way = { left: steps };
  return {
    way,
    step: () => {
      way.left -= 1;
      return way.left > 0;
    },
  };
}

describe("What needs its time in the sandbox", () => {
  it("goes one step on with every look at it, until it has arrived", () => {
    const pace = createPace({ interval: 1_000_000, signal: new AbortController().signal });
    const [one, other] = [thing(2), thing(5)];
    pace.begin("one", one.step);
    pace.begin("other", other.step);
    for (let count = 0; count < 4; count += 1) pace.look("one");
    assert.deepEqual([one.way.left, other.way.left], [0, 5]);
    pace.look();
    assert.equal(other.way.left, 4);
  });

  it("goes on by itself, and no more once the sandbox closes", (t) => {
    mock.timers.enable({ apis: ["setInterval"] });
    t.after(() => mock.timers.reset());
    const closing = new AbortController();
    const pace = createPace({ interval: 100, signal: closing.signal });
    const { way, step } = thing(5);
    pace.begin("it", step);
    mock.timers.tick(250);
    assert.equal(way.left, 3);
    closing.abort();
    mock.timers.tick(1000);
    assert.equal(way.left, 3);
    pace.begin("late", step);
    pace.look();
    assert.equal(way.left, 2, "what goes on can still be looked at, but nothing new begins");
  });
});
