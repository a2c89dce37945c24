import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import { openWorkshop } from "../reconcile/workshop.ts";

test("a person's record has what a plan changes, and after runs what they did, also for an account that a run created", async () => {
  await using workshop = await openWorkshop();
  const { session } = workshop;
  const { plan } = await session.plan();
  const creations = plan.changes.filter(({ action }) => action === "create");
  const [created, leftOut] = creations;
  const updated = plan.changes.find(({ action }) => action === "update");
  assert.ok(created && leftOut && updated);
  const key = created.links[0]?.id ?? assert.fail("nobody is linked");

  const [before, ...others] = await session.person(key);
  assert.equal(others.length, 0);
  assert.deepEqual(
    before?.changes.map(({ id }) => id),
    [created.id],
  );
  assert.deepEqual(before?.history, []);
  assert.deepEqual(await session.person("nobody@nowhere"), []);

  const run = await session.apply(plan, { without: new Set([leftOut.id]) });
  const [after] = await session.person(key);
  assert.deepEqual(after?.changes, []);
  assert.deepEqual(
    after?.history.map(({ result, run: id, change }) => [result, id, change.id]),
    [["succeeded", run.id, created.id]],
  );
  const [other] = await session.person(updated.target.id ?? assert.fail());
  assert.deepEqual(
    other?.history.map(({ change, result }) => [change.id, result]),
    [[updated.id, "succeeded"]],
  );
  const [out] = await session.person(leftOut.links[0]?.id ?? assert.fail());
  assert.deepEqual(
    out?.history.map(({ result }) => result),
    ["leftOut"],
  );
  assert.ok(out?.changes.some(({ action }) => action === "create"));
});

test("a plan says why it would be refused: edited, for another target, under another policy, applied", async () => {
  await using workshop = await openWorkshop();
  const { session } = workshop;
  const { plan } = await session.plan();
  const reasons = (asked: Plan, of = session) => of.refusals(asked).map(({ reason }) => reason);
  assert.deepEqual(reasons(plan), []);
  assert.deepEqual(reasons({ ...plan, changes: plan.changes.slice(1) }), ["edited"]);
  const moved = await workshop.reconfigured((text) => text.replace(/"protect": "[^\n]*",/, ""));
  assert.deepEqual(reasons(plan, moved), ["otherPolicy"]);
  const reads = workshop.sandbox.log().length;
  assert.deepEqual(reasons(plan), []);
  assert.equal(workshop.sandbox.log().length, reads);
  await session.apply(plan);
  assert.deepEqual(reasons(plan), ["applied"]);
});
