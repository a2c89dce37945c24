import assert from "node:assert/strict";
import { test } from "node:test";
import type { AttributeSet } from "../../../src/identity/directory.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { failureOf } from "../../unit/http/client.ts";
import { openOdm, openSandbox } from "./world.ts";

const newcomer = {
  userName: "newcomer",
  displayName: "New Comer",
  emails: [{ value: "new.comer@example.org", type: "work", primary: true }],
};

function userOf(sandbox: Sandbox, id: string) {
  return sandbox.state().odm.users.find((user) => user.id === id);
}

function someUser(sandbox: Sandbox, active = true) {
  const user = sandbox
    .state()
    .odm.users.find((candidate) => candidate.active === active && candidate.externalId);
  assert.ok(user);
  return user;
}

function writes(sandbox: Sandbox) {
  return sandbox.log().filter(({ method }) => method !== "GET");
}

test("an account is created and answered as the server stored it", async (t) => {
  const sandbox = await openSandbox(t);
  const account = await openOdm(t, sandbox).create({ ...newcomer, externalId: "x-1" });
  assert.deepEqual(
    [account.userName, account.emails, account.active],
    ["newcomer", ["new.comer@example.org"], true],
  );
  assert.equal(userOf(sandbox, account.id)?.externalId, "x-1");
});

test("an address given as text becomes the work address", async (t) => {
  const sandbox = await openSandbox(t);
  const account = await openOdm(t, sandbox).create({
    ...newcomer,
    emails: "text@example.org",
    externalId: null,
  });
  assert.equal(userOf(sandbox, account.id)?.email, "text@example.org");
});

test("an update sets and clears attributes in one request", async (t) => {
  const sandbox = await openSandbox(t);
  const { id } = someUser(sandbox);
  const account = await openOdm(t, sandbox).update(id, { displayName: "Renamed", externalId: null });
  assert.deepEqual([account.displayName, account.externalId], ["Renamed", undefined]);
  assert.deepEqual(
    [userOf(sandbox, id)?.displayName, userOf(sandbox, id)?.externalId],
    ["Renamed", undefined],
  );
  assert.deepEqual(
    writes(sandbox).map(({ body }) => (body as { Operations: unknown }).Operations),
    [
      [
        { op: "replace", value: { displayName: "Renamed" } },
        { op: "remove", path: "externalId" },
      ],
    ],
  );
});

test("a deactivated account is hidden, and wakes by its id", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const { id } = someUser(sandbox);
  await directory.deactivate(id);
  assert.deepEqual([userOf(sandbox, id)?.active, await directory.get(id)], [false, undefined]);
  const account = await directory.update(id, { active: true, displayName: "Awake" });
  assert.deepEqual([account.active, account.displayName, (await directory.get(id))?.id], [true, "Awake", id]);
});

test("what the platform refuses keeps its own code and words", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const [one, other] = sandbox.state().odm.users.filter(({ active }) => active);
  assert.ok(one && other);
  const taken = await failureOf(directory.update(one.id, { userName: other.userName }));
  assert.deepEqual(
    [taken.kind, taken.status, taken.code, taken.landed],
    ["conflict", 409, "uniqueness", "no"],
  );
  assert.match(taken.text, /userName/);
  assert.equal((await failureOf(directory.update("999999999", { displayName: "x" }))).kind, "notFound");
  assert.equal((await failureOf(directory.update("no id", { displayName: "x" }))).kind, "invalid");
  assert.equal((await failureOf(directory.deactivate("999999999"))).kind, "notFound");
  assert.equal((await failureOf(directory.create({ userName: "x" }))).kind, "invalid");
});

test("attributes that cannot be changed are refused before anything is sent", async (t) => {
  const sandbox = await openSandbox(t);
  const directory = openOdm(t, sandbox);
  const wrong: AttributeSet[] = [{ emails: "a@example.org" }, { id: "1" }, {}];
  for (const set of wrong) {
    const error = await failureOf(directory.update("1", set));
    assert.deepEqual([error.kind, error.landed], ["invalid", "no"]);
    assert.match(error.advice, /userName, externalId, displayName, active/);
  }
  assert.equal((await failureOf(directory.update("..", { displayName: "x" }))).kind, "invalid");
  assert.equal(sandbox.log().length, 0);
});

const faults = [
  { kind: "dropBefore", landed: false, says: "unknown", error: "network" },
  { kind: "dropAfter", landed: true, says: "unknown", error: "network" },
  { kind: "serverError", landed: false, says: "unknown", error: "unavailable" },
  { kind: "serverErrorAfter", landed: true, says: "unknown", error: "unavailable" },
  { kind: "truncated", landed: true, says: "unknown", error: "protocol" },
  { kind: "unavailable", landed: false, says: "unknown", error: "unavailable" },
  { kind: "unauthorised", landed: false, says: "no", error: "unauthorised" },
  { kind: "forbidden", landed: false, says: "no", error: "forbidden" },
] as const;

for (const { kind, landed, says, error: expected } of faults) {
  test(`a write that meets ${kind} is sent once and says that it ${says === "no" ? "did not land" : "may have landed"}`, async (t) => {
    const sandbox = await openSandbox(t);
    const directory = openOdm(t, sandbox);
    const { id } = someUser(sandbox);
    sandbox.setFaults([
      { kind, method: "PATCH" },
      { kind, method: "POST" },
    ]);
    const update = await failureOf(directory.update(id, { displayName: "Changed" }));
    const create = await failureOf(directory.create(newcomer));
    for (const error of [update, create]) assert.deepEqual([error.kind, error.landed], [expected, says]);
    assert.equal(writes(sandbox).length, 2);
    assert.equal(userOf(sandbox, id)?.displayName === "Changed", landed);
    assert.equal(
      sandbox.state().odm.users.some(({ userName }) => userName === "newcomer"),
      landed,
    );
  });
}

test("a write that is told to wait lands exactly once, after the wait", async (t) => {
  const sandbox = await openSandbox(t);
  sandbox.setFaults([{ kind: "rateLimit", retryAfter: 30, times: 3, method: "POST" }]);
  const account = await openOdm(t, sandbox).create(newcomer);
  assert.equal(sandbox.state().odm.users.filter(({ userName }) => userName === "newcomer").length, 1);
  assert.equal(userOf(sandbox, account.id)?.userName, "newcomer");
  assert.deepEqual(
    writes(sandbox).map(({ status }) => status),
    [429, 429, 429, 201],
  );
});
