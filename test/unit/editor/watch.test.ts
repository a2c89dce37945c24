import assert from "node:assert/strict";
import { afterEach, describe, it, mock } from "node:test";
import { Watch } from "../../../src/editor/resources/watch.ts";

/** Lets promises that are settled go on. */
const settled = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

type Answer = boolean | Error | Promise<boolean>;

function watching(answers: Answer[], isVisible = () => true) {
  mock.timers.enable({ apis: ["setTimeout"] });
  let looks = 0;
  const signals: AbortSignal[] = [];
  const watch = new Watch({
    isVisible,
    async look(signal) {
      looks++;
      signals.push(signal);
      const answer = answers.shift() ?? false;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const pass = async (milliseconds: number) => {
    mock.timers.tick(milliseconds);
    await settled();
  };
  return { watch, pass, looks: () => looks, signals };
}

describe("a watch", () => {
  afterEach(() => {
    mock.timers.reset();
  });

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
  });

  it("never pauses for more than half a minute", async () => {
    const { watch, pass, looks } = watching(Array.from({ length: 20 }, () => true));
    watch.wake();
    await pass(2000);
    for (const pause of [4000, 8000, 16_000, 30_000, 30_000]) await pass(pause);
    assert.equal(looks(), 6);
    watch.dispose();
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
  });

  it("runs one look at a time, however often it is woken", async () => {
    const { watch, pass, looks } = watching([true]);
    for (let time = 0; time < 5; time++) watch.wake();
    await pass(2000);
    assert.equal(looks(), 1);
    watch.dispose();
  });

  it("rests until it is woken", async () => {
    const { watch, pass, looks } = watching([true]);
    watch.wake();
    watch.rest();
    await pass(600_000);
    assert.equal(looks(), 0);
    watch.wake();
    await pass(2000);
    assert.equal(looks(), 1);
    watch.dispose();
  });

  it("gives up the look that is under way when it rests, and goes on when it is woken", async () => {
    const look = Promise.withResolvers<boolean>();
    const { watch, pass, looks, signals } = watching([look.promise, false]);
    watch.wake();
    await pass(2000);
    watch.rest();
    assert.equal(signals[0]?.aborted, true);
    watch.wake();
    look.reject(new Error("given up"));
    await pass(0);
    await pass(2000);
    assert.equal(looks(), 2);
  });

  it("asks no more after a look that was given up, whatever it answers", async () => {
    const look = Promise.withResolvers<boolean>();
    const { watch, pass, looks } = watching([look.promise]);
    watch.wake();
    await pass(2000);
    watch.rest();
    look.resolve(true);
    await pass(600_000);
    assert.equal(looks(), 1);
  });

  it("looks once more where it was woken while it looked, though nothing was left then", async () => {
    const look = Promise.withResolvers<boolean>();
    const { watch, pass, looks } = watching([look.promise, false]);
    watch.wake();
    await pass(2000);
    watch.wake();
    look.resolve(false);
    await pass(0);
    await pass(2000);
    assert.equal(looks(), 2);
  });

  it("gives up the look that is under way when it is disposed of, and is not to be woken any more", async () => {
    const { watch, pass, looks, signals } = watching([new Promise<boolean>(() => {})]);
    watch.wake();
    await pass(2000);
    watch.dispose();
    assert.equal(signals[0]?.aborted, true);
    watch.wake();
    await pass(600_000);
    assert.equal(looks(), 1);
  });
});
