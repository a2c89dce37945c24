import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { PauseSwitch } from "../../../src/reconcile/pause.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

test("a paused run finishes what is under way, sends nothing more, and goes on where it was", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const pause = new PauseSwitch();
  const applying = session.apply(plan, { pause, onOutcome: () => pause.pause() });
  while (!pause.paused) await sleep(5);
  await sleep(300);
  const held = writesOf(sandbox).length;
  assert.ok(held > 0 && held < plan.changes.length, `${held} of ${plan.changes.length}`);
  await sleep(200);
  assert.equal(writesOf(sandbox).length, held);
  const going = setInterval(() => pause.goOn(), 5);
  const report = await applying.finally(() => clearInterval(going));
  assert.equal(report.state, "done");
  assert.equal(report.succeeded, plan.changes.length);
});

test("a paused run can be cancelled, and resumed later", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const { plan } = await session.plan();
  const pause = new PauseSwitch();
  const controller = new AbortController();
  const applying = session.apply(plan, {
    pause,
    signal: controller.signal,
    onOutcome: () => pause.pause(),
  });
  while (!pause.paused) await sleep(5);
  controller.abort();
  assert.equal((await applying).state, "cancelled");
  assert.equal((await session.resume()).succeeded, plan.changes.length);
});
