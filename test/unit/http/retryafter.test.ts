import assert from "node:assert/strict";
import { test } from "node:test";
import { statedWait } from "../../../src/http/retryafter.ts";

const now = Date.UTC(2030, 0, 1);

test("waits that servers state, in all their spellings", () => {
  const cases: [Record<string, string>, number | undefined][] = [
    [{}, undefined],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "-5" }, undefined],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": " 7 " }, 7000],
    [{ "retry-after": "1.5" }, 1500],
    [{ "retry-after": "Tue, 01 Jan 2030 00:01:00 GMT" }, 60_000],
    [{ "retry-after": "Mon, 31 Dec 2029 23:00:00 GMT" }, 0],
    [{ "x-ratelimit-reset": "59" }, 60_000],
    [{ "x-ratelimit-reset": String(now / 1000 + 30) }, 31_000],
    [{ "x-ratelimit-reset": String(now + 30_000) }, 30_000],
    [{ "x-ratelimit-reset": "never" }, undefined],
    [{ "retry-after": "3", "x-ratelimit-reset": "59" }, 3000],
  ];
  for (const [headers, expected] of cases)
    assert.equal(statedWait(headers, now), expected, JSON.stringify(headers));
});

test("a date is measured by the server's own clock, which may be wrong", () => {
  const headers = { date: "Tue, 01 Jan 2030 05:00:00 GMT", "retry-after": "Tue, 01 Jan 2030 05:00:10 GMT" };
  assert.equal(statedWait(headers, now), 10_000);
});
