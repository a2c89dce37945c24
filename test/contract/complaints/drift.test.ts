import assert from "node:assert/strict";
import { test } from "node:test";
import { isWritable } from "../../../src/identity/directory.ts";
import { openWorkshop } from "../reconcile/workshop.ts";

test("authentik #5396: a user that was changed in the target by somebody else is noticed, and a run that meets a 404 does not call it a success", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { sandbox, session } = workshop;
  await session.apply((await session.plan()).plan);
  const odm = session.directory("odm");
  assert.ok(isWritable(odm));
  const [target] = [...session.links("odm")].find(([, links]) => links.length === 2) ?? [];
  assert.ok(target);
  await odm.update(target, { displayName: "Changed Elsewhere" });
  const { plan } = await session.plan();
  assert.deepEqual(
    plan.changes.map(({ target: { id }, set }) => [id, set.displayName?.from]),
    [[target, "Changed Elsewhere"]],
  );
  sandbox.setFaults([{ kind: "notFound", platform: "odm", method: "PATCH" }]);
  const report = await session.apply(plan);
  assert.deepEqual([report.succeeded, report.failed], [0, 1]);
});

test("authentik #10937, Entra “not aware”: a user that was deactivated in the target by somebody else is woken, while the sources know the person alive", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { session } = workshop;
  await session.apply((await session.plan()).plan);
  const odm = session.directory("odm");
  assert.ok(isWritable(odm));
  const [target] = [...session.links("odm").keys()];
  assert.ok(target);
  await odm.deactivate(target);
  const { plan } = await session.plan();
  assert.deepEqual(
    plan.changes.map(({ action, target: { id } }) => [action, id]),
    [["reactivate", target]],
  );
});
