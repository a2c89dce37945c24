import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFilter } from "../../../src/filter/parse.ts";
import type { Account } from "../../../src/identity/account.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import { compileProtection, hasProtection } from "../../../src/identity/protection.ts";
import type { World } from "../../../src/identity/world.ts";
import { odmAccount, policy } from "../../property/identity/worlds.ts";

const user = (id: string, userName: string) =>
  odmAccount({ id, userName, displayName: userName, email: `${userName}@example.org` });

function worldOf(accounts: readonly Account[], hidden: readonly Account[] = [], complete = true): World {
  const reading = (connection: string) => ({ connection, accounts: [], complete: true, notes: [] });
  return {
    target: { connection: "odm", accounts, complete, notes: [], url: "https://odm.example" },
    sources: [reading("okeanos"), reading("tacc")],
    hidden,
    links: accounts.map(({ id }) => ({
      targetId: id,
      connection: "tacc",
      id: `gone-${id}`,
      evidence: "linked in run 1",
    })),
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
}

const named = (ids: readonly string[], userNames: readonly string[]) => ({
  ...policy,
  protectNamed: { ids, userNames },
});

test("whoever the filter matches or a list names is protected", () => {
  const isProtected = compileProtection({
    protect: parseFilter('userName sw "svc-"'),
    protectNamed: { ids: ["A7"], userNames: ["Root", " José "] },
  });
  const protectedOnes = [
    { userName: "svc-x" },
    { id: "A7" },
    { id: "1", userName: "ROOT" },
    { userName: "jose\u0301" },
    { USERNAME: "root" },
  ];
  for (const resource of protectedOnes) assert.equal(isProtected(resource), true, JSON.stringify(resource));
  const others = [{ id: "a7" }, { id: "Root" }, { userName: "A7" }, { userName: "jose" }, {}, null, "A7"];
  for (const resource of others) assert.equal(isProtected(resource), false, JSON.stringify(resource));
});

test("lists alone protect too, and nothing protects nobody", () => {
  assert.equal(hasProtection({}), false);
  assert.equal(hasProtection({ protectNamed: { ids: ["1"], userNames: [] } }), true);
  assert.equal(compileProtection({ protectNamed: { ids: ["1"], userNames: [] } })({ id: "1" }), true);
  assert.equal(compileProtection({})({ id: "1" }), false);
});

test("somebody who is named is left alone although the source is gone, and says why", () => {
  const world = worldOf([user("1", "ana"), user("2", "bo"), user("3", "chloe")]);
  const { plan, judgements } = makePlan(world, named(["2"], ["CHLOE"]));
  assert.deepEqual(
    plan.changes.map(({ action, target }) => [action, target.id]),
    [["deactivate", "1"]],
  );
  assert.equal(plan.situations.protected, 2);
  const bo = judgements.find(({ targets }) => targets[0]?.id === "2");
  assert.ok(bo?.steps.some(({ text }) => text === "matches the protect rule"));
});

test("nobody is created under a user name that is protected", () => {
  const account: Account = {
    connection: "tacc",
    id: "root",
    userName: "root",
    emails: ["r@example.org"],
    active: true,
    attributes: { username: "root", email: "r@example.org", fullName: "R" },
  };
  const world = worldOf([]);
  const sources = world.sources.map((source) =>
    source.connection === "tacc" ? { ...source, accounts: [account] } : source,
  );
  assert.equal(makePlan({ ...world, sources }, policy).plan.changes.length, 1);
  assert.deepEqual(makePlan({ ...world, sources }, named([], ["Root"])).plan.changes, []);
});

test("a name that nobody has is told, without holding anything back", () => {
  const world = worldOf([user("1", "ana")], [{ ...user("9", "hidden"), active: false }]);
  const { plan } = makePlan(world, named(["1", "9", "77", "77"], ["HIDDEN", "nobody"]));
  const told = plan.reports.filter(({ situation }) => situation === "protected");
  assert.deepEqual(
    told.map(({ person, target }) => [person, target.id]),
    [
      ["nobody", null],
      ["odm 77", "77"],
    ],
  );
  for (const { why } of told)
    assert.match(why, /^protect\.(ids|userNames) names "\w+", which no account of odm has/);
  assert.deepEqual(plan.blocked, []);
});

test("a target that was not read to its end says nothing of names", () => {
  const { plan } = makePlan(worldOf([user("1", "ana")], [], false), named(["77"], []));
  assert.deepEqual(
    plan.reports.filter(({ situation }) => situation === "protected"),
    [],
  );
});
