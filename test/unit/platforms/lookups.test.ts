import assert from "node:assert/strict";
import { test } from "node:test";
import { PlatformError } from "../../../src/http/error.ts";
import type { Account } from "../../../src/identity/account.ts";
import { distinct, lookUpEach, sameFolded, spellings } from "../../../src/platforms/lookups.ts";
import { mapBounded } from "../../../src/platforms/many.ts";

const account = (id: string): Account => ({
  connection: "tacc",
  id,
  emails: [],
  active: true,
  attributes: {},
});
const failing = (kind: "invalid" | "forbidden") => async () => {
  throw new PlatformError({ kind, connection: "tacc", text: "no" });
};

test("keys are compared without regard to case and normal form, but accents count", () => {
  assert.ok(sameFolded("JOSE\u0301@x", "jos\u00e9@X"));
  assert.ok(!sameFolded("jose", "jos\u00e9"));
  assert.ok(!sameFolded(undefined, ""));
  assert.deepEqual(spellings("jo@x"), ["jo@x"]);
  assert.deepEqual(distinct(["a", "", " ", "a", "b"]), ["a", "b"]);
});

test("keys that cannot be answered are named, a few at least, and the rest is counted", async () => {
  const keys = Array.from({ length: 9 }, (_, index) => `k${index}`);
  const questions = keys.map((key, index) => ({
    key,
    ask: index === 8 ? async () => [account("x")] : failing("invalid"),
  }));
  const reading = await lookUpEach("tacc", questions, 3, undefined);
  assert.deepEqual([reading.accounts.length, reading.complete, reading.notes.length], [1, false, 6]);
  assert.match(reading.notes.join("\n"), /"k0" could not be looked up: tacc: no[\s\S]*3 further keys/);
});

test("a failure that concerns all keys, or that befalls every key, rejects", async () => {
  const good = { key: "a", ask: async () => [account("a")] };
  await assert.rejects(
    lookUpEach("tacc", [good, { key: "b", ask: failing("forbidden") }], 1, undefined),
    PlatformError,
  );
  await assert.rejects(
    lookUpEach("tacc", [{ key: "b", ask: failing("invalid") }], 1, undefined),
    PlatformError,
  );
  const nothing = await lookUpEach("tacc", [], 1, undefined);
  assert.deepEqual([nothing.accounts, nothing.complete], [[], true]);
});

test("tasks run within their bound, keep their order, and the first failure stops the rest", async () => {
  let running = 0;
  let most = 0;
  const results = await mapBounded([5, 4, 3, 2, 1], 2, undefined, async (number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return number * 2;
  });
  assert.deepEqual([results, most], [[10, 8, 6, 4, 2], 2]);
  const started: number[] = [];
  const failed = mapBounded([1, 2, 3, 4], 1, undefined, async (number) => {
    started.push(number);
    if (number === 2) throw new Error("second");
  });
  await assert.rejects(failed, /second/);
  assert.deepEqual(started, [1, 2]);
});
