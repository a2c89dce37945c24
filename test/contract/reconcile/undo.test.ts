import assert from "node:assert/strict";
import { test } from "node:test";
import type { Plan } from "../../../src/identity/plan.ts";
import type { RefusalReason } from "../../../src/reconcile/refused.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import type { RunReport } from "../../../src/reconcile/report.ts";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { Session } from "../../../src/session/types.ts";
import { openWorkshop, writesOf } from "./workshop.ts";

function refused(reason: RefusalReason, words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof RefusedPlan);
    assert.equal(error.reason, reason);
    assert.match(error.message, words);
    return true;
  };
}

function usersOf(sandbox: Sandbox) {
  return new Map(
    sandbox
      .state()
      .odm.users.map(({ created: _created, lastModified: _modified, ...user }) => [user.id, user]),
  );
}

/** Undoes a run, over the limits that it may exceed. */
async function applyUndo(session: Session, run: string): Promise<RunReport> {
  const inverse = await session.undo(run);
  return session.apply(inverse, { allowOver: inverse.id });
}

function countOf({ changes }: Plan, action: string): number {
  return changes.filter((change) => change.action === action).length;
}

test("an undo restores every account that was there, and deactivates those that the run created", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { sandbox, session } = workshop;
  const before = usersOf(sandbox);
  const { plan } = await session.plan();
  for (const action of ["create", "update", "reactivate", "deactivate"])
    assert.ok(countOf(plan, action) > 0, action);
  const links = session.links("odm");
  const run = await session.apply(plan);

  const inverse = await session.undo(run.id);
  assert.equal(inverse.undoes, run.id);
  assert.equal(countOf(inverse, "reactivate"), countOf(plan, "deactivate"));
  const undone = await session.apply(inverse, { allowOver: inverse.id });
  assert.equal(undone.succeeded, inverse.changes.length);

  const after = usersOf(sandbox);
  const lasting = new Set(inverse.lasting?.map(({ target }) => target.id));
  for (const [id, user] of before) if (!lasting.has(id)) assert.deepEqual(after.get(id), user);
  const added = [...after.values()].filter(({ id }) => !before.has(id));
  assert.equal(added.length, countOf(plan, "create"));
  for (const { id, active } of added) {
    assert.equal(active, false);
    assert.ok(lasting.has(id), `what stays of ${id} is said in the plan`);
  }
  assert.deepEqual(new Map(session.links("odm")), new Map(links));
});

test("what cannot be undone whole is said in the plan, before anything is applied", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { plan } = await workshop.session.plan();
  const creations = plan.changes.filter(({ action }) => action === "create");
  assert.ok(creations.length > 0);
  for (const { undo } of creations) {
    assert.equal(undo?.possible, "part");
    assert.match(undo?.why ?? "", /stays, deactivated/);
  }
});

test("what somebody has changed since is left alone by an undo, and reported", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const renamed = plan.changes.find(({ action, set }) => action === "update" && set.displayName);
  assert.ok(renamed?.target.id);
  const run = await session.apply(plan);
  const inverse = await session.undo(run.id);
  const shown = await session.directory("odm").get(renamed.target.id);
  await session.changeAccount("odm", {
    action: "update",
    id: renamed.target.id,
    set: { displayName: { from: shown?.displayName ?? null, to: "Chosen Since" } },
  });
  const undone = await session.apply(inverse, { allowOver: inverse.id });
  const skipped = undone.outcomes.filter(({ result }) => result === "skipped");
  assert.deepEqual(
    skipped.map(({ change }) => change.target.id),
    [renamed.target.id],
  );
  assert.match(skipped[0]?.why ?? "", /Chosen Since/);
  assert.equal(usersOf(sandbox).get(renamed.target.id)?.displayName, "Chosen Since");
});

test("an undo is applied once: a second one has nothing left, and an undo can be undone", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  const run = await session.apply(plan);
  const applied = usersOf(sandbox);
  const undone = await applyUndo(session, run.id);
  await assert.rejects(session.undo(run.id), refused("nothingToUndo", new RegExp(run.id)));
  await applyUndo(session, undone.id);
  assert.deepEqual(usersOf(sandbox), applied);
});

test("an undo that was cancelled is resumed to the same end", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { sandbox, session } = workshop;
  const run = await session.apply((await session.plan()).plan);
  const inverse = await session.undo(run.id);
  const written = writesOf(sandbox).length;
  const controller = new AbortController();
  const cancelled = await session.apply(inverse, {
    allowOver: inverse.id,
    signal: controller.signal,
    onOutcome: () => controller.abort(),
  });
  assert.equal(cancelled.state, "cancelled");
  const resumed = await session.resume();
  assert.equal(resumed.succeeded, inverse.changes.length);
  assert.equal(writesOf(sandbox).length, written + inverse.changes.length);
});

test("a run that does not exist, changed nothing, or changed another target is not undone", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { sandbox, session } = workshop;
  await assert.rejects(session.undo("20260101"), refused("noSuchRun", /20260101/));
  const { plan } = await session.plan();
  const empty = await session.apply(plan, { without: new Set(plan.changes.map(({ id }) => id)) });
  await assert.rejects(session.undo(empty.id), refused("nothingToUndo", /nothing to undo/));
  const elsewhere = await workshop.reconfigured((text) =>
    text.replace(sandbox.endpoints.odm.url, "http://127.0.0.1:1"),
  );
  await assert.rejects(elsewhere.undo(empty.id), refused("otherTarget", /127\.0\.0\.1:1/));
});

test("a policy that has changed since does not stand in the way of an undo, and its protection holds for it", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { session } = workshop;
  const { plan } = await session.plan();
  const run = await session.apply(plan);
  const [update] = plan.changes.filter(({ action }) => action === "update");
  const account = await session.directory("odm").get(update?.target.id ?? "");
  assert.ok(account?.userName);
  const stricter = await workshop.reconfigured((text) =>
    text.replace('userName sw \\"svc-\\"', `userName eq \\"${account.userName}\\"`),
  );
  const undone = await applyUndo(stricter, run.id);
  const held = undone.outcomes.filter(({ result }) => result === "skipped");
  assert.deepEqual(
    held.map(({ change }) => change.target.id),
    [account.id],
  );
  assert.match(held[0]?.why ?? "", /protect rule/);
});

test("the limits of the policy hold for an undo", async () => {
  await using workshop = await openWorkshop({ users: 30 });
  const { session } = workshop;
  const run = await session.apply((await session.plan()).plan);
  const inverse = await session.undo(run.id);
  assert.deepEqual(
    inverse.blocked.map(({ action }) => action),
    ["deactivate"],
  );
  await assert.rejects(session.apply(inverse), refused("blocked", /deactivate/));
});
