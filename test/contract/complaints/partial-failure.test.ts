import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop, type Workshop } from "../reconcile/workshop.ts";

test("user-sync.py #411, netkes #195, infrahub-sync #15: one record that is refused fails alone, with its reason, and all others land", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { failed, others, why } = await applyWithOneFault(workshop, "badRequest");
  assert.deepEqual([failed, others], [1, 0]);
  assert.match(why, /400/);
});

test("idp-scim-sync #61: a record that is gone from the server fails alone, and all others land", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { failed, others, why } = await applyWithOneFault(workshop, "notFound");
  assert.deepEqual([failed, others], [1, 0]);
  assert.match(why, /404/);
});

test("the record that failed stays in the next plan", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { change } = await applyWithOneFault(workshop, "badRequest");
  workshop.sandbox.setFaults([]);
  const { plan } = await workshop.session.plan();
  assert.deepEqual(
    plan.changes.map(({ id }) => id),
    [change],
  );
});

async function applyWithOneFault({ sandbox, session }: Workshop, kind: "badRequest" | "notFound") {
  const { plan } = await session.plan();
  const victim = plan.changes.find(({ action }) => action === "update");
  assert.ok(victim?.target.id);
  sandbox.setFaults([
    { kind, platform: "odm", method: "PATCH", path: `/api/v1/scim/Users/${victim.target.id}` },
  ]);
  const report = await session.apply(plan);
  assert.equal(report.state, "done");
  const unlucky = report.outcomes.filter(({ result }) => result !== "succeeded");
  return {
    change: victim.id,
    failed: unlucky.filter(({ change }) => change.id === victim.id).length,
    others: unlucky.filter(({ change }) => change.id !== victim.id).length,
    why: unlucky[0]?.why ?? "",
  };
}
