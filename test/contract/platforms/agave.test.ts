import assert from "node:assert/strict";
import { test } from "node:test";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { failureOf } from "../../unit/http/client.ts";
import { FakeClock } from "../../unit/http/clock.ts";
import { memorySecrets, openAgave, openSandbox, requestsTo } from "./world.ts";

function clientOf(sandbox: Sandbox) {
  const { clientKey, clientSecret, username, password } = sandbox.endpoints.agave;
  return { clientKey, clientSecret, username, password };
}

function bare(sandbox: Sandbox) {
  return memorySecrets({ token: sandbox.endpoints.agave.token });
}

function tokenRequests(sandbox: Sandbox): number {
  return requestsTo(sandbox, "agave").filter((request) => request.startsWith("POST /token")).length;
}

for (const profileCase of ["snake", "camel"] as const) {
  test(`profiles are found by e-mail and user name, exactly, in ${profileCase} case`, async (t) => {
    const sandbox = await openSandbox(t, { profileCase });
    const directory = openAgave(t, sandbox, bare(sandbox));
    const [a, b, c] = sandbox.state().agave.profiles;
    assert.ok(a && b && c);
    const reading = await directory.lookUp({
      email: [a.email.toUpperCase(), "nobody@example.org", a.email.slice(0, 3)],
      userName: [b.username.toUpperCase(), "nobody"],
      id: [c.username, ""],
    });
    assert.deepEqual(
      reading.accounts.map(({ id }) => id).sort(),
      [a, b, c].map(({ username }) => username).sort(),
    );
    assert.equal(reading.complete, true);
    const account = reading.accounts.find(({ id }) => id === a.username);
    assert.deepEqual(
      [
        account?.attributes.username,
        account?.attributes.email,
        account?.attributes.firstName,
        account?.attributes.lastName,
      ],
      [a.username, a.email, a.firstName, a.lastName],
    );
    assert.deepEqual([account?.attributes.fullName, account?.active], [`${a.firstName} ${a.lastName}`, true]);
  });
}

test("an address is found in another Unicode normal form", async (t) => {
  const sandbox = await openSandbox(t);
  const profile = sandbox.state().agave.profiles.find(({ email }) => email.normalize("NFD") !== email);
  assert.ok(profile);
  const reading = await openAgave(t, sandbox, bare(sandbox)).lookUp({
    email: [profile.email.normalize("NFD")],
  });
  assert.ok(reading.accounts.some(({ id }) => id === profile.username));
});

test("two profiles with one address are both found", async (t) => {
  const sandbox = await openSandbox(t);
  const { profiles } = sandbox.state().agave;
  const twice = profiles.find(
    ({ email }, index) => profiles.findIndex((other) => other.email === email) < index,
  );
  assert.ok(twice);
  const reading = await openAgave(t, sandbox, bare(sandbox)).lookUp({ email: [twice.email] });
  assert.equal(reading.accounts.length, 2);
});

test("one profile by user name, and the signed-in user's is not taken for that of a user called me", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAgave(t, sandbox, bare(sandbox));
  const [profile] = sandbox.state().agave.profiles;
  assert.ok(profile);
  assert.equal((await directory.get(profile.username))?.id, profile.username);
  assert.equal(await directory.get("nobody"), undefined);
  assert.equal(await directory.get("me"), undefined);
});

test("profiles cannot be listed", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAgave(t, sandbox, bare(sandbox));
  assert.equal((await failureOf(directory.enumerate())).kind, "invalid");
  assert.equal((await failureOf(directory.page())).kind, "invalid");
});

test("a wrong URL is an error, and not an absent profile", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAgave(t, sandbox, bare(sandbox), { url: sandbox.endpoints.odm.url });
  await failureOf(directory.get("nobody"));
  await failureOf(directory.lookUp({ userName: ["nobody"] }));
});

test("with a client and a password, one token is obtained for many requests", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = memorySecrets(clientOf(sandbox));
  const directory = openAgave(t, sandbox, secrets);
  const { profiles } = sandbox.state().agave;
  const reading = await directory.lookUp({ userName: profiles.map(({ username }) => username) });
  assert.equal(reading.accounts.length, profiles.length);
  assert.equal(tokenRequests(sandbox), 1);
  assert.ok(secrets.kept.refreshToken);
});

test("tokens that expire, in XML or JSON, are renewed once for all requests in flight, each refresh token used once", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = memorySecrets(clientOf(sandbox));
  const directory = openAgave(t, sandbox, secrets);
  const keys = {
    userName: sandbox
      .state()
      .agave.profiles.slice(0, 40)
      .map(({ username }) => username),
  };
  await directory.lookUp(keys);
  for (let round = 1; round <= 3; round += 1) {
    const before = secrets.kept.refreshToken;
    sandbox.setFaults([{ kind: "expiredTokens", times: 1, path: "/profiles" }]);
    const reading = await directory.lookUp(keys);
    assert.equal(reading.accounts.length, 40);
    assert.equal(tokenRequests(sandbox), 1 + round);
    assert.notEqual(secrets.kept.refreshToken, before);
  }
});

test("a token is renewed by the clock before it expires", async (t) => {
  const sandbox = await openSandbox(t);
  const clock = new FakeClock();
  const directory = openAgave(t, sandbox, memorySecrets(clientOf(sandbox)), {
    options: { clock, proxy: "none" },
  });
  await directory.get("nobody");
  clock.time += 3_599_000;
  await directory.get("nobody");
  assert.equal(tokenRequests(sandbox), 2);
});

test("a stored refresh token is used in the next session, and a spent one falls back to the password", async (t) => {
  const sandbox = await openSandbox(t);
  const { clientKey, clientSecret, ...person } = clientOf(sandbox);
  const secrets = memorySecrets({ clientKey, clientSecret, ...person });
  await openAgave(t, sandbox, secrets).get("nobody");
  const spent = secrets.kept.refreshToken;
  const { username: _, password: __, ...withoutPassword } = secrets.kept;
  const next = memorySecrets(withoutPassword);
  await openAgave(t, sandbox, next).get("nobody");
  assert.ok(spent && next.kept.refreshToken && next.kept.refreshToken !== spent);
  const fallen = memorySecrets({ clientKey, clientSecret, ...person, refreshToken: spent });
  assert.equal(await openAgave(t, sandbox, fallen).get("nobody"), undefined);
  const lost = memorySecrets({ clientKey, clientSecret, refreshToken: spent });
  const error = await failureOf(openAgave(t, sandbox, lost).get("nobody"));
  assert.deepEqual(
    [error.kind, error.advice],
    ["unauthorised", "Run: rollcall sign-in tacc (refreshToken)."],
  );
});

test("a wrong password is asked for once, not once for each request", async (t) => {
  const sandbox = await openSandbox(t);
  const secrets = memorySecrets({ ...clientOf(sandbox), password: "wrong-password" });
  const directory = openAgave(t, sandbox, secrets);
  const keys = { userName: ["a", "b", "c", "d", "e", "f", "g", "h", "i"] };
  const error = await failureOf(directory.lookUp(keys));
  await failureOf(directory.lookUp(keys));
  assert.equal(error.kind, "unauthorised");
  assert.match(error.text, /signing in was refused/);
  assert.ok(!JSON.stringify(error).includes("wrong-password"));
  assert.equal(tokenRequests(sandbox), 1);
});

test("an expired token without a client says so and how to sign in", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAgave(t, sandbox, bare(sandbox));
  sandbox.setFaults([{ kind: "expiredTokens", times: 1 }]);
  for (let form = 0; form < 2; form += 1) {
    const error = await failureOf(directory.get("nobody"));
    assert.deepEqual([error.kind, error.text], ["unauthorised", "the token has expired"]);
    assert.equal(error.advice, "Run: rollcall sign-in tacc (token).");
  }
});

test("without any secret nothing is sent", async (t) => {
  const sandbox = await openSandbox(t);
  const error = await failureOf(openAgave(t, sandbox, memorySecrets({})).get("x"));
  assert.deepEqual([error.kind, sandbox.log().length], ["unauthorised", 0]);
});

for (const faults of [
  "storm",
  "truncated",
  "notJson",
  "dropBefore",
  "dropAfter",
  "serverError",
  "unavailable",
  "rateLimit",
  "expiredTokens",
]) {
  test(`every profile is found under the faults "${faults}"`, async (t) => {
    const sandbox = await openSandbox(t, { faults });
    const directory = openAgave(t, sandbox, memorySecrets(clientOf(sandbox)));
    const { profiles } = sandbox.state().agave;
    const reading = await directory.lookUp({ email: profiles.map(({ email }) => email) });
    assert.equal(reading.complete, true, reading.notes.join(" "));
    assert.equal(reading.accounts.length, profiles.length);
  });
}

test("an answer that cannot be read costs its key alone", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openAgave(t, sandbox, bare(sandbox), {
    options: { clock: new FakeClock(), proxy: "none", retry: { attempts: 1 } },
  });
  const keys = sandbox
    .state()
    .agave.profiles.slice(0, 20)
    .map(({ username }) => username);
  sandbox.setFaults([{ kind: "truncated", after: 5, times: 1 }]);
  const reading = await directory.lookUp({ userName: keys });
  assert.deepEqual([reading.accounts.length, reading.complete, reading.notes.length], [19, false, 1]);
});
