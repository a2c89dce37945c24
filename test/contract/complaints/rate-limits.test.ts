import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop, writesOf } from "../reconcile/workshop.ts";

test("awslabs/ssosync #2, #13, modernisation-platform #11948, terraform-provider-aws #25552: 429 while writing is waited out, and is never taken for a conflict", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  sandbox.setFaults([{ kind: "rateLimit", platform: "odm", every: 3, retryAfter: 0 }]);
  const report = await session.apply(plan);
  assert.deepEqual([report.state, report.failed, report.succeeded], ["done", 0, plan.changes.length]);
  assert.ok(writesOf(sandbox).some(({ status }) => status === 429));
  sandbox.setFaults([]);
  assert.deepEqual((await session.check({ after: report.id })).plan.changes, []);
});

test("user-sync.py #461: 429 while reading is waited out as long as the server asks, and the reading is whole", async () => {
  await using workshop = await openWorkshop({ users: 120 });
  const { sandbox, session } = workshop;
  const expected = (await session.plan()).plan;
  const platforms = ["odm", "astakos", "agave"] as const;
  sandbox.setFaults(
    platforms.map((platform) => ({ kind: "rateLimit", platform, every: 2, times: 3, retryAfter: 1 })),
  );
  const from = sandbox.log().length;
  const { plan } = await session.plan();
  assert.equal(plan.id, expected.id);
  const refused = sandbox
    .log()
    .slice(from)
    .filter(({ status }) => status === 429);
  assert.ok(refused.length > 0);
});
