import assert from "node:assert/strict";
import { test } from "node:test";
import { isWritable } from "../../../src/identity/directory.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

test("an account that was changed after the plan was made is left alone, and the others are changed", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { session } = workshop;
  const { plan } = await session.plan();
  const odm = session.directory("odm");
  assert.ok(isWritable(odm));
  const renamed = plan.changes.find(
    ({ set }) => set.displayName && set.displayName.from !== null && !set.active,
  );
  const leaver = plan.changes.find(({ action }) => action === "deactivate");
  const absent = plan.changes.find(({ action }) => action === "create");
  assert.ok(renamed?.target.id && leaver?.target.id && absent);
  await odm.update(renamed.target.id, { displayName: "Somebody Else" });
  await odm.update(leaver.target.id, { userName: "svc-now-a-robot" });
  await odm.create({ displayName: "Here Before", active: true, emails: absent.set.emails?.to ?? [] });

  const report = await session.apply(plan);
  const skipped = new Map(
    report.outcomes.flatMap(({ change, result, why }) => (result === "skipped" ? [[change.id, why]] : [])),
  );
  assert.deepEqual([...skipped.keys()].toSorted(), [renamed.id, leaver.id, absent.id].toSorted());
  assert.match(skipped.get(renamed.id) ?? "", /"Somebody Else"/);
  assert.match(skipped.get(leaver.id) ?? "", /protect/);
  assert.match(skipped.get(absent.id) ?? "", /has this e-mail address now/);
  assert.equal(report.succeeded, plan.changes.length - 3);
  assert.equal((await odm.get(renamed.target.id))?.displayName, "Somebody Else");
});

test("changes that the reviewer took out are not applied", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const [kept] = plan.changes.filter(({ action }) => action === "update");
  const without = new Set(plan.changes.filter((change) => change !== kept).map(({ id }) => id));
  const before = writesOf(sandbox).length;
  const report = await session.apply(plan, { without });
  assert.equal(report.succeeded, 1);
  assert.deepEqual(
    writesOf(sandbox)
      .slice(before)
      .map(({ method, path }) => `${method} ${path}`),
    [`PATCH /api/v1/scim/Users/${kept?.target.id}`],
  );
  assert.equal((await session.check({ after: report.id })).plan.changes.length, plan.changes.length - 1);
});

test("cancelling lets the change under way finish, and the rest can be resumed", async () => {
  await using workshop = await openWorkshop({ dayOne: true });
  const { session } = workshop;
  const { plan } = await session.plan();
  const cancel = new AbortController();
  const cancelled = await session.apply(plan, { signal: cancel.signal, onOutcome: () => cancel.abort() });
  assert.equal(cancelled.state, "cancelled");
  assert.ok(cancelled.succeeded >= 1 && cancelled.succeeded < plan.changes.length);
  const resumed = await session.resume();
  assert.equal(resumed.state, "done");
  assert.equal(resumed.succeeded, plan.changes.length);
});

test("with a grace of two runs a leaver is reported in the first and deactivated in the second", async () => {
  await using workshop = await openWorkshop({
    dayOne: true,
    configure: (text) => text.replace('"limits":', '"grace": "2 runs",\n    "limits":'),
  });
  const { session } = workshop;
  const first = (await session.plan()).plan;
  const leavers = first.withheld.filter(({ reason }) => reason === "grace").map(({ target }) => target.id);
  assert.ok(leavers.length > 0);
  assert.ok(first.changes.every(({ action }) => action !== "deactivate"));
  const run = await session.apply(first);
  assert.deepEqual((await session.check({ after: run.id })).plan.changes, []);
  const second = (await session.plan()).plan;
  assert.deepEqual(
    second.changes.map(({ action, target }) => [action, target.id]),
    leavers.map((id) => ["deactivate", id]),
  );
});
