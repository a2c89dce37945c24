import assert from "node:assert/strict";
import { test } from "node:test";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

const configure = (text: string) => text.replace(/"create": "[^"]+"/, '"create": 1');

test("a plan over a limit is applied where it was allowed by its id, and its resume needs no second allowance", async () => {
  await using workshop = await openWorkshop({ users: 30, configure });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  assert.equal(plan.blocked.length, 1);
  const controller = new AbortController();
  const cancelled = await session.apply(plan, {
    allowOver: plan.id,
    signal: controller.signal,
    onOutcome: () => controller.abort(),
  });
  assert.equal(cancelled.state, "cancelled");
  const resumed = await session.resume();
  assert.equal(resumed.succeeded, plan.changes.length);
  assert.equal(resumed.allowedOver, true);
  assert.equal(writesOf(sandbox).length, plan.changes.length);
  const began = [...session.audit().entries()].find(({ event }) => event === "runBegan");
  assert.ok(began?.event === "runBegan");
  assert.deepEqual(
    began.allowedOver,
    plan.blocked.map(({ why }) => why),
  );
});

test("an allowance for another plan lets nothing through", async () => {
  await using workshop = await openWorkshop({ users: 30, configure });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  for (const allowOver of ["0".repeat(64), plan.id.slice(0, 12), ""])
    await assert.rejects(
      session.apply(plan, { allowOver }),
      (error: unknown) => error instanceof RefusedPlan && error.reason === "blocked",
    );
  assert.deepEqual(writesOf(sandbox), []);
});
