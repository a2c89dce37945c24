import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFilter } from "../../../src/filter/parse.ts";
import type { Reading } from "../../../src/identity/directory.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { failureOf } from "../../unit/http/client.ts";
import { openOdm, openSandbox, requestsTo } from "./world.ts";

function activeIds(sandbox: Sandbox): string[] {
  return sandbox
    .state()
    .odm.users.filter(({ active }) => active)
    .map(({ id }) => id)
    .sort();
}

function idsOf(reading: Reading): string[] {
  return reading.accounts.map(({ id }) => id).sort();
}

test("every active user is read, and that is proven", async (t) => {
  const sandbox = await openSandbox(t, { users: 1000 });
  const progress: [number, number | undefined][] = [];
  const reading = await openOdm(t, sandbox).enumerate({
    onProgress: (read, total) => progress.push([read, total]),
  });
  assert.deepEqual(idsOf(reading), activeIds(sandbox));
  assert.deepEqual([reading.complete, reading.notes, reading.connection], [true, [], "odm"]);
  assert.deepEqual(progress.at(-1), [reading.accounts.length, reading.accounts.length]);
});

test("whatever page size is asked for, and however many pages are read at once", async (t) => {
  const sandbox = await openSandbox(t);
  for (const [pageSize, concurrency] of [
    [1, 8],
    [7, 3],
    [100, 1],
    [200, 8],
    [5000, 8],
  ] as const) {
    const reading = await openOdm(t, sandbox, { pageSize, concurrency }).enumerate();
    assert.deepEqual([idsOf(reading), reading.complete], [activeIds(sandbox), true], `pages of ${pageSize}`);
  }
});

const passing = [
  ["latency", { ms: 1 }],
  ["rateLimit", { retryAfter: 1, every: 3 }],
  ["serverError", { every: 3 }],
  ["unavailable", { every: 3, retryAfter: 2 }],
  ["unavailable", { every: 3 }],
  ["dropBefore", { every: 3 }],
  ["dropAfter", { every: 3 }],
  ["serverErrorAfter", { every: 3 }],
  ["truncated", { every: 3 }],
  ["notJson", { every: 3 }],
  ["shortPages", {}],
  ["shortPages", { every: 3 }],
  ["overlappingPages", { every: 4 }],
] as const;

for (const [kind, fields] of passing) {
  test(`a complete reading in spite of ${kind} ${JSON.stringify(fields)}`, async (t) => {
    const sandbox = await openSandbox(t);
    sandbox.setFaults([{ kind, platform: "odm", ...fields }]);
    const reading = await openOdm(t, sandbox, { pageSize: 20 }).enumerate();
    assert.deepEqual(idsOf(reading), activeIds(sandbox));
    assert.equal(reading.complete, true, reading.notes.join(" "));
  });
}

for (const preset of ["pages", "storm", "shortPages", "overlappingPages", "movingTotal"]) {
  test(`under the faults "${preset}" a reading is whole or says that it is not`, async (t) => {
    for (const pageSize of [10, 33, 200]) {
      const sandbox = await openSandbox(t, { faults: preset });
      const reading = await openOdm(t, sandbox, { pageSize }).enumerate();
      if (reading.complete) assert.deepEqual(idsOf(reading), activeIds(sandbox));
      else assert.notEqual(reading.notes.length, 0);
    }
  });
}

test("pages that leave users out are found out and never called complete", async (t) => {
  const sandbox = await openSandbox(t);
  sandbox.setFaults([{ kind: "overlappingPages", lossy: true }]);
  const reading = await openOdm(t, sandbox, { pageSize: 20 }).enumerate();
  assert.equal(reading.complete, false);
  assert.ok(reading.accounts.length < activeIds(sandbox).length);
  assert.match(
    reading.notes.join(" "),
    /The server states \d+ users, but \d+ were found\. The list was read 4 times\./,
  );
});

test("users that one pass leaves out are found by the next", async (t) => {
  const sandbox = await openSandbox(t);
  sandbox.setFaults([{ kind: "overlappingPages", lossy: true, times: 2, every: 5 }]);
  const reading = await openOdm(t, sandbox, { pageSize: 20 }).enumerate();
  if (reading.complete) assert.deepEqual(idsOf(reading), activeIds(sandbox));
  else assert.match(reading.notes.join(" "), /were found/);
});

test("a total that never stands still proves nothing; one that settles does", async (t) => {
  const restless = await openSandbox(t);
  restless.setFaults([{ kind: "movingTotal" }]);
  const reading = await openOdm(t, restless, { pageSize: 20 }).enumerate();
  assert.equal(reading.complete, false);
  assert.match(reading.notes.join(" "), /between \d+ and \d+ users/);
  const settling = await openSandbox(t);
  settling.setFaults([{ kind: "movingTotal", times: 3 }]);
  const settled = await openOdm(t, settling, { pageSize: 20 }).enumerate();
  assert.deepEqual([idsOf(settled), settled.complete], [activeIds(settling), true]);
});

test("a token that is refused, and one that lacks the permission", async (t) => {
  const sandbox = await openSandbox(t);
  const refused = await failureOf(openOdm(t, sandbox, { secrets: { token: "wrong-token-1" } }).enumerate());
  assert.deepEqual(
    [refused.kind, refused.status, refused.advice],
    ["unauthorised", 401, "Run: rollcall sign-in odm (token)."],
  );
  assert.match(refused.message, /^odm: 401 \S/);
  const { memberToken } = sandbox.state().odm;
  const forbidden = await failureOf(openOdm(t, sandbox, { secrets: { token: memberToken } }).enumerate());
  assert.deepEqual([forbidden.kind, forbidden.status], ["forbidden", 403]);
});

test("without a token nothing is sent", async (t) => {
  const sandbox = await openSandbox(t);
  const error = await failureOf(openOdm(t, sandbox, { secrets: {} }).enumerate());
  assert.deepEqual([error.kind, error.text], ["unauthorised", "not signed in: there is no token"]);
  assert.equal(sandbox.log().length, 0);
});

test("a reading can be given up", async (t) => {
  const sandbox = await openSandbox(t);
  const abort = new AbortController();
  const directory = openOdm(t, sandbox, { pageSize: 5 });
  const error = await failureOf(
    directory.enumerate({ signal: abort.signal, onProgress: (read) => read > 50 && abort.abort() }),
  );
  assert.equal(error.kind, "cancelled");
});

test("an account is read by id while it is active", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const { users } = sandbox.state().odm;
  const seen = users.find(({ active }) => active);
  const hidden = users.find(({ active }) => !active);
  assert.ok(seen && hidden);
  const account = await directory.get(seen.id);
  assert.deepEqual(
    [account?.userName, account?.emails, account?.active],
    [seen.userName, [seen.email], true],
  );
  assert.equal(account?.attributes.userName, seen.userName);
  assert.equal(await directory.get(hidden.id), undefined);
});

test("a wrong URL is an error, and not a directory without users", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox, { basePath: "/nowhere" });
  assert.equal((await failureOf(directory.enumerate())).kind, "notFound");
});

test("accounts are looked up by id, user name and e-mail, whatever their case", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const users = sandbox.state().odm.users.filter(({ active }) => active);
  const [a, b, c] = users;
  assert.ok(a && b && c);
  const keys = { id: [a.id, "999999999"], userName: [b.userName, "nobody"], email: [c.email, ""] };
  const reading = await directory.lookUp(keys);
  assert.deepEqual(idsOf(reading), [a.id, b.id, c.id].sort());
  assert.equal(reading.complete, true);
});

test("pages follow the server, with its total", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const total = activeIds(sandbox).length;
  const first = await directory.page({ count: 50 });
  assert.deepEqual([first.accounts.length, first.total, first.next], [50, total, 51]);
  const last = await directory.page({ startIndex: total - 9, count: 50 });
  assert.deepEqual([last.accounts.length, last.total, last.next], [10, total, undefined]);
});

test("a filter is applied whole, wherever its parts are evaluated", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const users = sandbox.state().odm.users.filter(({ active }) => active);
  const [one] = users;
  assert.ok(one);
  const upper = one.userName.toUpperCase();
  const byName = await directory.page({ filter: parseFilter(`userName eq "${upper}"`) });
  assert.deepEqual(
    byName.accounts.map(({ id }) => id),
    [one.id],
  );
  const expected = users
    .filter(({ displayName }) => displayName.toLowerCase().includes("an"))
    .map(({ id }) => id);
  const filter = parseFilter('displayName co "AN"');
  const found: string[] = [];
  let next: number | undefined = 1;
  while (next !== undefined) {
    const page = await directory.page({ filter, startIndex: next, count: 10 });
    assert.ok(page.accounts.length <= 10);
    assert.equal(page.total, undefined);
    found.push(...page.accounts.map(({ id }) => id));
    next = page.next;
  }
  assert.deepEqual(found.sort(), expected.sort());
});

test("whether the server folds case is asked once", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const filter = parseFilter('userName eq "nobody"');
  await directory.page({ filter, count: 10 });
  const before = requestsTo(sandbox, "odm").length;
  await directory.page({ filter, count: 10 });
  const after = requestsTo(sandbox, "odm").slice(before);
  assert.ok(
    after.every((request) => !/count=2\b/.test(request)),
    after.join("\n"),
  );
  assert.equal(requestsTo(sandbox, "odm").filter((request) => /count=2$/.test(request)).length, 1);
});

test("a filter that cannot be applied is an error in words", async (t) => {
  const sandbox = await openSandbox(t);
  const error = await failureOf(openOdm(t, sandbox).page({ filter: parseFilter("active gt true") }));
  assert.deepEqual([error.kind, error.landed], ["invalid", "no"]);
});
