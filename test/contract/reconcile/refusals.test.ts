import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import type { RefusalReason } from "../../../src/reconcile/refused.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

function refused(reason: RefusalReason, words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof RefusedPlan);
    assert.equal(error.reason, reason);
    assert.match(error.message, words);
    return true;
  };
}

test("a plan is applied once: the second time nothing is written, and the reason names the run", async () => {
  await using workshop = await openWorkshop();
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const report = await session.apply(plan);
  const written = writesOf(sandbox).length;
  await assert.rejects(session.apply(plan), refused("applied", new RegExp(report.id)));
  assert.equal(writesOf(sandbox).length, written);
});

test("a plan that was edited is refused, whatever was edited", async () => {
  await using workshop = await openWorkshop();
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const edited: readonly Plan[] = [
    { ...plan, changes: plan.changes.slice(1) },
    { ...plan, changes: plan.changes.map((change) => ({ ...change, why: "Because." })) },
    { ...plan, target: { ...plan.target, url: "http://127.0.0.1:1" } },
    { ...plan, policy: "0".repeat(64) },
    { ...plan, id: "0".repeat(64) },
  ];
  for (const each of edited) await assert.rejects(session.apply(each), refused("edited", /edited/));
  assert.deepEqual(writesOf(sandbox), []);
});

test("a plan over a limit is blocked whole", async () => {
  await using workshop = await openWorkshop({
    configure: (text) => text.replace(/"create": "[^"]+"/, '"create": 1'),
  });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  assert.deepEqual(
    plan.blocked.map(({ action, allowed }) => [action, allowed]),
    [["create", 1]],
  );
  await assert.rejects(session.apply(plan), refused("blocked", /create/));
  assert.deepEqual(writesOf(sandbox), []);
});

test("a plan made under another policy is refused", async () => {
  await using workshop = await openWorkshop();
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const stricter = await workshop.reconfigured((text) => text.replace("svc-", "s"));
  await assert.rejects(stricter.apply(plan), refused("otherPolicy", /changed since/));
  assert.deepEqual(writesOf(sandbox), []);
});

test("two processes cannot apply at once", async () => {
  await using workshop = await openWorkshop();
  const { sandbox, session } = workshop;
  const other = await workshop.another();
  const { plan } = await session.plan();
  sandbox.setFaults([{ kind: "latency", platform: "odm", ms: 700 }]);
  const applying = session.apply(plan);
  await assert.rejects(other.apply(plan), refused("busy", /Another Rollcall/));
  sandbox.setFaults([]);
  await applying;
});

test("there is nothing to resume after a finished run", async () => {
  await using workshop = await openWorkshop();
  const { session } = workshop;
  await session.apply((await session.plan()).plan);
  await assert.rejects(session.resume(), refused("nothingToResume", /nothing to resume/));
});
