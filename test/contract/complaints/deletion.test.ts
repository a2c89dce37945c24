import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import { defaultSituations } from "../../../src/identity/policy.ts";
import { openWorkshop, writesOf } from "../reconcile/workshop.ts";

test("awslabs/ssosync #88, #105, #286: accounts that were made by others in the target are reported and never deactivated", async () => {
  await using workshop = await openWorkshop({ users: 120, dayOne: true });
  const { sandbox, session } = workshop;
  const links = session.links("odm");
  const { plan } = await session.plan();
  const strangers = plan.reports.filter(({ situation }) => situation === "unassigned");
  assert.ok(strangers.length > 0);
  for (const { action, target } of plan.changes)
    if (action === "deactivate")
      assert.ok(target.id && links.has(target.id), `${target.id} was never linked`);
  await session.apply(plan);
  const { users } = sandbox.state().odm;
  for (const { target } of strangers) assert.equal(users.find(({ id }) => id === target.id)?.active, true);
});

test("nothing is deactivated unless the configuration asks for it, and nothing is ever deleted", () => {
  assert.ok(Object.values(defaultSituations).every((action) => action !== "deactivate"));
});

const failures = [
  ["awslabs/ssosync #159, #194: the source answers with nothing", "astakos", "notJson"],
  [
    "microsoft/o365-moodle #2055, #2056, #2057, #2058: the full read of the source fails",
    "astakos",
    "serverError",
  ],
  ["awslabs/ssosync #236: the source cannot be reached", "agave", "dropBefore"],
] as const;

describe("a source that cannot be read", { concurrency: true }, () => {
  for (const [complaint, platform, kind] of failures) {
    it(`${complaint}: there is no plan, and nothing is written`, async () => {
      await using workshop = await openWorkshop({ users: 60, dayOne: true });
      const { sandbox, session } = workshop;
      const before = writesOf(sandbox).length;
      sandbox.setFaults([{ kind, platform }]);
      await assert.rejects(session.plan(), { name: "PlatformError" });
      assert.equal(writesOf(sandbox).length, before);
    });
  }
});

test("slashdevops/idp-scim-sync #70: a list that is answered in part deactivates nobody, and a person who is missing has the grace period to come back", async () => {
  await using workshop = await openWorkshop({
    users: 300,
    dayOne: true,
    configure: (text) => text.replace('"limits":', '"grace": "2 runs",\n    "limits":'),
  });
  const { sandbox, session } = workshop;
  sandbox.setFaults([{ kind: "overlappingPages", platform: "odm", lossy: true }]);
  const partial = (await session.plan()).plan;
  assert.deepEqual(
    partial.changes.filter(({ action }) => action === "deactivate"),
    [],
  );
  sandbox.setFaults([]);
  const whole = (await session.plan()).plan;
  assert.deepEqual(
    whole.changes.filter(({ action }) => action === "deactivate"),
    [],
  );
  assert.ok(whole.withheld.some(({ reason, action }) => reason === "grace" && action === "deactivate"));
});

test("awslabs/ssosync #194: who is missing from everywhere at once is over the limit, and the plan is blocked whole", async () => {
  await using workshop = await openWorkshop({
    users: 120,
    dayOne: true,
    configure: (text) => text.replace(/"deactivate": "[^"]+"/, '"deactivate": 0'),
  });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  assert.deepEqual(
    plan.blocked.map(({ action }) => action),
    ["deactivate"],
  );
  const before = writesOf(sandbox).length;
  await assert.rejects(session.apply(plan), { reason: "blocked" });
  assert.equal(writesOf(sandbox).length, before);
});

test("ssoready #164: a person whose user name or e-mail changed is updated under the same id, never deactivated and made anew", async () => {
  await using workshop = await openWorkshop({ users: 120, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const renamed = plan.changes.filter(({ set, target }) => set.userName && target.id !== null);
  assert.ok(renamed.length > 0);
  assert.ok(renamed.every(({ action }) => action === "update"));
  const created = plan.changes.filter(({ action }) => action === "create");
  const byAddress = new Set(sandbox.state().odm.users.map(({ email }) => email.toLowerCase()));
  for (const { person } of created) assert.ok(!byAddress.has(person.toLowerCase()), `${person} exists`);
  await session.apply(plan);
  for (const { target, set } of renamed) {
    const user = sandbox.state().odm.users.find(({ id }) => id === target.id);
    assert.deepEqual([user?.active, user?.userName], [true, set.userName?.to]);
  }
});
