import assert from "node:assert/strict";
import { test } from "node:test";
import { estimateChanges, Pace } from "../../../src/reconcile/pace.ts";
import { estimateText } from "../../../src/session/estimate.ts";
import { change } from "../cli/samples.ts";

const hundred = Array.from({ length: 100 }, (_, index) => change({ id: String(index) }));

test("the time is that of two requests for each change, by the middle of the measured latencies", () => {
  const pace = new Pace();
  for (const milliseconds of [100, 100, 9000]) pace.observe("odm", milliseconds, 200);
  const estimate = estimateChanges(hundred, pace, () => ({ concurrency: 2 }));
  assert.deepEqual(estimate, { requests: 200, seconds: 10, perSecond: 20, limited: [] });
  assert.equal(estimateText(estimate), "200 requests, about 10 s at 20 requests/s");
});

test("a configured rate holds, however fast the server answers", () => {
  const pace = new Pace();
  pace.observe("odm", 1, 200);
  const { seconds } = estimateChanges(hundred, pace, () => ({ requestsPerMinute: 60 }));
  assert.equal(seconds, 200);
});

test("where nothing was measured no time is named, and failures measure nothing", () => {
  const pace = new Pace();
  pace.observe("odm", 3, 401);
  const estimate = estimateChanges(hundred, pace, () => ({}));
  assert.equal(estimate.seconds, undefined);
  assert.equal(estimateText(estimate), "200 requests");
});

test("a server that limited the rate is named", () => {
  const pace = new Pace();
  pace.observe("odm", 100, 200);
  pace.observe("odm", 5, 429);
  assert.match(
    estimateText(estimateChanges([change()], pace, () => ({}))),
    /^2 requests, about .*; odm limits the rate/,
  );
});
