import assert from "node:assert/strict";
import { describe, it, mock } from "node:test";
import { Watch } from "../../../src/editor/resources/watch.ts";

/** Lets promises that are settled go on. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

function watching(answers: (boolean | Error)[], isVisible = () => true) {
  mock.timers.enable({ apis: ["setTimeout"] });
  let looks = 0;
  const watch = new Watch({
    isVisible,
    async look() {
      looks++;
      const answer = answers.shift() ?? false;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await settled();
  };
  return { watch, pass, looks: () => looks };
}

describe("a watch", () => {
  it("looks after pauses that double, and stops once nothing is left", async () => {
    const { watch, pass, looks } = watching([true, true, false]);
    watch.wake();
    await pass(1999);
    assert.equal(looks(), 0);
    await pass(1);
    assert.equal(looks(), 1);
    await pass(3999);
    assert.equal(looks(), 1);
    await pass(1);
    assert.equal(looks(), 2);
    await pass(8000);
    assert.equal(looks(), 3);
    await pass(600_000);
    assert.equal(looks(), 3);
    mock.timers.reset();
  });

  it("never pauses for more than half a minute", async () => {
    const { watch, pass, looks } = watching(Array.from({ length: 20 }, () => true));
    watch.wake();
    await pass(2000);
    for (const pause of [4000, 8000, 16_000, 30_000, 30_000]) await pass(pause);
    assert.equal(looks(), 6);
    watch.dispose();
    mock.timers.reset();
  });

  it("asks for nothing while nobody can see it, and goes on when it is woken", async () => {
    let visible = false;
    const { watch, pass, looks } = watching([true], () => visible);
    watch.wake();
    await pass(60_000);
    assert.equal(looks(), 0);
    visible = true;
    watch.wake();
    await pass(2000);
    assert.equal(looks(), 1);
    watch.dispose();
    mock.timers.reset();
  });

  it("ends with an error, and with its disposal", async () => {
    const { watch, pass, looks } = watching([new Error("gone"), true]);
    watch.wake();
    await pass(2000);
    await pass(600_000);
    assert.equal(looks(), 1);
    watch.wake();
    watch.dispose();
    await pass(600_000);
    assert.equal(looks(), 1);
    mock.timers.reset();
  });

  it("runs one look at a time, however often it is woken", async () => {
    const { watch, pass, looks } = watching([true]);
    for (let time = 0; time < 5; time++) watch.wake();
    await pass(2000);
    assert.equal(looks(), 1);
    watch.dispose();
    mock.timers.reset();
  });
});
