import assert from "node:assert/strict";
import { test } from "node:test";
import { digestPlan } from "../../../src/identity/make-plan.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

/** The plan with some changes altered, as an engine would have made it. */
function altered(plan: Plan, alter: (change: Change, index: number) => Change): Plan {
  const changes = { ...plan, changes: plan.changes.map(alter) };
  return { ...changes, id: digestPlan(changes) };
}

/** The plan in which one change requires another, both given by their places. */
function requiring(plan: Plan, dependent: number, required: number): Plan {
  const id = plan.changes[required]?.id ?? assert.fail();
  return altered(plan, (change, index) => (index === dependent ? { ...change, requires: [id] } : change));
}

test("a change whose requirement was left out is skipped, and says what it needs", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const plan = requiring((await session.plan()).plan, 1, 0);
  const [required, dependent] = plan.changes;
  assert.ok(required && dependent);
  const report = await session.apply(plan, { without: new Set([required.id]) });
  assert.equal(report.state, "done");
  const [outcome] = report.outcomes.filter(({ result }) => result !== "succeeded");
  assert.equal(outcome?.change.id, dependent.id);
  assert.equal(outcome?.result, "skipped");
  assert.equal(outcome?.why, `It needs “${required.action} ${required.person}”, which was left out.`);
});

test("a change comes after what it requires, also where that has a later action", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { sandbox, session } = workshop;
  const made = (await session.plan()).plan;
  const create = made.changes.findIndex(({ action }) => action === "create");
  const update = made.changes.findLastIndex(({ action }) => action === "update");
  const plan = requiring(made, create, update);
  const report = await session.apply(plan);
  assert.equal(report.succeeded, plan.changes.length);
  const writes = writesOf(sandbox);
  const email = plan.changes[create]?.person ?? assert.fail();
  const created = writes.findIndex(
    ({ method, body }) => method === "POST" && JSON.stringify(body).includes(email),
  );
  const updated = writes.findIndex(({ path }) => path.endsWith(`/${plan.changes[update]?.target.id}`));
  assert.ok(updated >= 0 && created > updated, `${updated}, then ${created}`);
});

test("a change whose requirement failed is skipped where the run ends, and made by the resume of one that stopped", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { sandbox, session } = workshop;
  const plan = requiring((await session.plan()).plan, 1, 0);
  const [required, dependent] = plan.changes;
  assert.ok(required && dependent);
  sandbox.setFaults([{ kind: "forbidden", platform: "odm", method: "POST", times: 1 }]);
  const others = new Set(plan.changes.slice(2).map(({ id }) => id));
  const stopped = await session.apply(plan, { without: others });
  assert.equal(stopped.state, "stopped");
  assert.deepEqual([stopped.failed, stopped.skipped], [1, 0]);
  sandbox.setFaults([]);
  const resumed = await session.resume();
  assert.deepEqual([resumed.state, resumed.succeeded], ["done", 2]);
});

test("changes that require each other are skipped and not waited for", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const made = (await session.plan()).plan;
  const plan = requiring(requiring(made, 1, 0), 0, 1);
  const report = await session.apply(plan);
  assert.deepEqual(
    report.outcomes.filter(({ result }) => result === "skipped").map(({ change }) => change.id),
    plan.changes.slice(0, 2).map(({ id }) => id),
  );
  assert.equal(report.succeeded, plan.changes.length - 2);
});

test("what the policy leaves to a person is applied only where it was taken in, also after a resume", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const made = (await session.plan()).plan;
  const plan = altered(made, (change, index) => (index < 2 ? { ...change, ask: true } : change));
  const [taken, left] = plan.changes;
  assert.ok(taken && left);
  const controller = new AbortController();
  const cancelled = await session.apply(plan, {
    take: new Set([taken.id]),
    signal: controller.signal,
    onOutcome: () => controller.abort(),
  });
  assert.equal(cancelled.state, "cancelled");
  const resumed = await session.resume();
  const applied = resumed.outcomes.map(({ change }) => change.id);
  assert.equal(resumed.succeeded, plan.changes.length - 1);
  assert.ok(applied.includes(taken.id) && !applied.includes(left.id));
});

test("a permission is not changed where its connection takes no such changes, and the other changes are made", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const made = (await session.plan()).plan;
  const grant = {
    connection: "tacc",
    account: "ana",
    kind: "system",
    resource: "storage",
    label: "storage",
    permission: "USER",
  } as const;
  const plan = altered(made, (change, index) =>
    index === made.changes.length - 1
      ? { ...change, action: "revoke", target: { connection: "tacc", id: "ana" }, set: {}, grant }
      : change,
  );
  const report = await session.apply(plan);
  const [failed] = report.outcomes.filter(({ result }) => result === "failed");
  assert.match(failed?.why ?? "", /^tacc takes no changes of permissions/);
  assert.equal(report.succeeded, plan.changes.length - 1);
});
