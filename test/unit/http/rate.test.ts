import assert from "node:assert/strict";
import { test } from "node:test";
import type { Clock } from "../../../src/http/clock.ts";
import { Rate } from "../../../src/http/rate.ts";

/** A clock that moves on by what is slept. */
function sleeper(): Clock & { readonly slept: number[] } {
  let now = 1000;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    random: () => 0,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
  };
}

test("requests are spaced evenly over the minute", async () => {
  const clock = sleeper();
  const rate = new Rate(120, clock);
  for (let request = 0; request < 4; request++) await rate.pass();
  assert.deepEqual(clock.slept, [500, 500, 500]);
});

test("requests that come at once each get a turn of their own", async () => {
  const waits: number[] = [];
  const clock: Clock = {
    now: () => 0,
    random: () => 0,
    sleep: async (milliseconds) => void waits.push(milliseconds),
  };
  const rate = new Rate(60, clock);
  await Promise.all([rate.pass(), rate.pass(), rate.pass()]);
  assert.deepEqual(waits, [1000, 2000]);
});

test("whoever gives up while waiting is let go", async () => {
  const { systemClock } = await import("../../../src/http/clock.ts");
  const rate = new Rate(1, systemClock);
  await rate.pass();
  await assert.rejects(rate.pass(AbortSignal.timeout(10)));
});
