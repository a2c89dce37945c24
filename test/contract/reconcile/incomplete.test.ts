import assert from "node:assert/strict";
import { describe, it, test } from "node:test";
import { openWorkshop, writesOf } from "./workshop.ts";

test("pages that leave accounts out: nobody is deactivated or created, and the plan says why", async () => {
  await using workshop = await openWorkshop({ users: 300, dayOne: true });
  const { sandbox, session } = workshop;
  sandbox.setFaults([{ kind: "overlappingPages", platform: "odm", lossy: true }]);
  const { plan } = await session.plan();
  assert.equal(plan.sources.find(({ connection }) => connection === "odm")?.complete, false);
  assert.deepEqual(
    plan.changes.filter(({ action }) => action === "create" || action === "deactivate"),
    [],
  );
  assert.ok(plan.withheld.some(({ reason, action }) => reason === "incomplete" && action === "create"));
  assert.ok(plan.withheld.some(({ reason, action }) => reason === "incomplete" && action === "deactivate"));
  assert.ok(plan.sources.some(({ notes }) => notes.length > 0));
});

test("short, overlapping and moving pages are read to the end all the same", async () => {
  for (const kind of ["shortPages", "overlappingPages"] as const) {
    await using workshop = await openWorkshop({ users: 300, dayOne: true });
    const { sandbox, session } = workshop;
    const expected = (await session.plan()).plan;
    sandbox.setFaults([{ kind, platform: "odm" }]);
    const { plan } = await session.plan();
    assert.deepEqual(plan.changes, expected.changes, kind);
  }
});

/** Most of the time is spent between attempts, so that all are under way at once. */
describe("a directory that cannot be read", { concurrency: true }, () => {
  for (const platform of ["odm", "astakos", "agave"] as const) {
    for (const kind of ["serverError", "truncated", "notJson", "unauthorised", "dropBefore"] as const) {
      it(`fails the plan with the connection's name and writes nothing where ${platform} answers with ${kind}`, async () => {
        await using workshop = await openWorkshop({ users: 30 });
        const { sandbox, session } = workshop;
        sandbox.setFaults([{ kind, platform }]);
        await assert.rejects(session.plan(), (error: unknown) => {
          assert.ok(error instanceof Error);
          assert.equal(error.name, "PlatformError");
          const connection = { odm: "odm", astakos: "okeanos", agave: "tacc" }[platform];
          assert.match(error.message, new RegExp(`^${connection}: `));
          return true;
        });
        assert.deepEqual(writesOf(sandbox), []);
      });
    }
  }
});
