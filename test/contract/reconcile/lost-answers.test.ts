import assert from "node:assert/strict";
import { test } from "node:test";
import { openWorkshop, writesOf } from "./workshop.ts";

const faults = [
  { kind: "dropAfter", every: 3 },
  { kind: "dropBefore", every: 3 },
  { kind: "serverErrorAfter", every: 3 },
  { kind: "serverError", every: 4 },
  { kind: "rateLimit", every: 5, retryAfter: 0 },
  { kind: "unavailable", every: 5 },
] as const;

for (const fault of faults) {
  test(`${fault.kind} while applying: every change lands once, and the check finds nothing`, async () => {
    await using workshop = await openWorkshop({ users: 30, dayOne: true });
    const { sandbox, session } = workshop;
    const { plan } = await session.plan();
    const methods = ["PATCH", "POST", "DELETE"];
    sandbox.setFaults(methods.map((method) => ({ ...fault, platform: "odm", method })));
    const before = sandbox.state().odm.users.length;
    const report = await session.apply(plan);
    assert.deepEqual(
      report.outcomes.filter(({ result }) => result !== "succeeded"),
      [],
    );
    assert.equal(report.succeeded, plan.changes.length);
    sandbox.setFaults([]);
    assert.deepEqual((await session.check({ after: report.id })).plan.changes, []);
    const created = plan.changes.filter(({ action }) => action === "create").length;
    assert.equal(sandbox.state().odm.users.length, before + created);
    const landed = new Map<string, number>();
    for (const { method, path, body, status } of writesOf(sandbox)) {
      const processed =
        fault.kind === "dropAfter" || fault.kind === "serverErrorAfter" || (status !== null && status < 300);
      if (!processed) continue;
      const key = method === "POST" ? JSON.stringify(body) : `${method} ${path}`;
      landed.set(key, (landed.get(key) ?? 0) + 1);
    }
    assert.deepEqual(
      [...landed].filter(([, times]) => times !== 1),
      [],
    );
  });
}

test("a refused token stops the run at once, and a resume finishes it", async () => {
  await using workshop = await openWorkshop({ users: 30, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  sandbox.setFaults([{ kind: "unauthorised", platform: "odm", after: 9 }]);
  const stopped = await session.apply(plan);
  assert.equal(stopped.state, "stopped");
  assert.ok(stopped.succeeded < plan.changes.length);
  assert.match(stopped.outcomes.find(({ result }) => result === "failed")?.why ?? "", /401/);
  sandbox.setFaults([]);
  const resumed = await session.resume();
  assert.equal(resumed.id, stopped.id);
  assert.equal(resumed.state, "done");
  assert.equal(resumed.succeeded, plan.changes.length);
});

test("too many failures in a row stop the run; what was done is kept", async () => {
  await using workshop = await openWorkshop({ users: 60, dayOne: true });
  const { sandbox, session } = workshop;
  const { plan } = await session.plan();
  sandbox.setFaults([{ kind: "forbidden", platform: "odm", method: "PATCH" }]);
  const stopped = await session.apply(plan);
  assert.equal(stopped.state, "stopped");
  assert.ok(stopped.outcomes.length < plan.changes.length);
  assert.equal(stopped.succeeded, plan.changes.filter(({ action }) => action === "create").length);
});
