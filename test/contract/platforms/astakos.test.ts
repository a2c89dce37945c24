import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFilter } from "../../../src/filter/parse.ts";
import { connectAstakos } from "../../../src/platforms/connect.ts";
import { failureOf } from "../../unit/http/client.ts";
import { memorySecrets, openAstakos, openSandbox, requestsTo } from "./world.ts";

test("a service's token reads everybody", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAstakos(t, sandbox, "service");
  assert.equal(directory.abilities.enumerates, "all");
  const reading = await directory.enumerate();
  const expected = sandbox.state().astakos.users.map(({ uuid, displayname }) => [uuid, displayname]);
  assert.deepEqual(reading.accounts.map(({ id, userName }) => [id, userName]).sort(), expected.sort());
  assert.equal(reading.complete, true);
  const [account] = reading.accounts;
  assert.deepEqual(account?.attributes, { uuid: account?.id, displayname: account?.userName });
});

test("a user's token cannot list, and says what can", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAstakos(t, sandbox, "user");
  assert.equal(directory.abilities.enumerates, "none");
  for (const promise of [directory.enumerate(), directory.page()]) {
    const error = await failureOf(promise);
    assert.equal(error.kind, "invalid");
    assert.match(error.advice, /"account": "service"/);
  }
  assert.equal(sandbox.log().length, 0);
});

for (const account of ["user", "service"] as const) {
  test(`a ${account}'s token looks up by uuid, name and e-mail in any case; the unknown are absent`, async (t) => {
    const sandbox = await openSandbox(t);
    const directory = openAstakos(t, sandbox, account);
    const [a, b, c] = sandbox.state().astakos.users;
    assert.ok(a && b && c);
    const reading = await directory.lookUp({
      id: [a.uuid, "no-such-uuid"],
      userName: [b.displayname, "nobody@example.org"],
      email: [c.displayname.toUpperCase(), c.displayname, ""],
    });
    const found = reading.accounts.map(({ id, userName }) => [id, userName]).sort();
    assert.deepEqual(found, [a, b, c].map(({ uuid, displayname }) => [uuid, displayname]).sort());
    assert.equal(reading.complete, true);
  });
}

test("many keys go in batches, and one account is found by all its keys once", async (t) => {
  const sandbox = await openSandbox(t, { users: 1200 });
  const { users } = sandbox.state().astakos;
  const directory = openAstakos(t, sandbox, "user");
  const reading = await directory.lookUp({
    id: users.map(({ uuid }) => uuid),
    email: users.map(({ displayname }) => displayname),
  });
  assert.equal(reading.accounts.length, users.length);
  assert.ok(requestsTo(sandbox, "astakos").length < 12);
});

test("one account by its uuid", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAstakos(t, sandbox, "user");
  const [user] = sandbox.state().astakos.users;
  assert.ok(user);
  assert.equal((await directory.get(user.uuid))?.userName, user.displayname);
  assert.equal(await directory.get("no-such-uuid"), undefined);
});

test("pages of everybody, filtered here", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAstakos(t, sandbox, "service");
  const total = sandbox.state().astakos.users.length;
  const first = await directory.page({ count: 100 });
  const second = await directory.page({ startIndex: first.next ?? 0, count: total });
  assert.deepEqual([first.total, first.next, second.next], [total, 101, undefined]);
  assert.equal(new Set([...first.accounts, ...second.accounts].map(({ id }) => id)).size, total);
  const filtered = await directory.page({
    filter: parseFilter('displayname ew "@EXAMPLE.ORG"'),
    count: total,
  });
  const expected = sandbox
    .state()
    .astakos.users.filter(({ displayname }) => displayname.endsWith("@example.org"));
  assert.equal(filtered.accounts.length, expected.length);
  assert.equal(filtered.total, undefined);
});

test("whose token it is", async (t) => {
  const sandbox = await openSandbox(t);
  const { url, userToken } = sandbox.endpoints.astakos;
  for (const version of ["0.13", "0.14"] as const) {
    const settings = { name: "okeanos", platform: "astakos", url, version } as const;
    const client = connectAstakos(settings, memorySecrets({ token: userToken }), { proxy: "none" });
    t.after(() => client.caller.close());
    const identity = await client.authenticate();
    const user = sandbox.state().astakos.users.find(({ uuid }) => uuid === identity?.uuid);
    assert.equal(identity?.displayname, user?.displayname);
    assert.deepEqual(identity?.emails, [user?.displayname]);
    assert.ok((identity?.tokenExpires?.getTime() ?? 0) > Date.UTC(2020, 0, 1));
    assert.ok(!JSON.stringify(identity).includes(userToken));
  }
});

test("plain-text refusals are read as they are", async (t) => {
  const sandbox = await openSandbox(t);
  const error = await failureOf(
    openAstakos(t, sandbox, "service", { secrets: { token: "wrong+token/==" } }).enumerate(),
  );
  assert.equal(error.kind, "unauthorised");
  assert.match(error.message, /^okeanos: 401 \S+.*[^\n]$/);
  assert.equal(error.advice, "Run: rollcall sign-in okeanos (token).");
});

for (const fault of [
  { kind: "rateLimit", retryAfter: 5 },
  { kind: "serverError" },
  { kind: "unavailable" },
  { kind: "dropBefore" },
  { kind: "dropAfter" },
  { kind: "truncated" },
  { kind: "notJson" },
]) {
  test(`everybody is read in spite of ${fault.kind}`, async (t) => {
    const sandbox = await openSandbox(t);
    sandbox.setFaults([{ ...fault, platform: "astakos", times: 2 }]);
    const reading = await openAstakos(t, sandbox, "service").enumerate();
    assert.equal(reading.accounts.length, sandbox.state().astakos.users.length);
  });
}

test("an answer that stays cut short is an error and never a short list", async (t) => {
  const sandbox = await openSandbox(t);
  sandbox.setFaults([{ kind: "truncated", platform: "astakos" }]);
  const error = await failureOf(openAstakos(t, sandbox, "service").enumerate());
  assert.equal(error.kind, "protocol");
  assert.match(error.message, /cut short/);
});
