import assert from "node:assert/strict";
import { test } from "node:test";
import { makePlan } from "../../../src/identity/make-plan.ts";
import { snapshotOf } from "../../../src/identity/snapshot.ts";
import type { World } from "../../../src/identity/world.ts";
import { fitSnapshot } from "../../../src/reconcile/snapshot/fit.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

const ana = odmAccount({
  id: "1",
  userName: "ana",
  displayName: "Ana Silva",
  externalId: "u-1",
  email: "ana@example.org",
});

const world: World = {
  target: { connection: "odm", url: "https://odm.example", accounts: [ana], complete: true, notes: [] },
  sources: [
    {
      connection: "okeanos",
      accounts: [astakosAccount("u-1", "ana@example.org")],
      complete: true,
      notes: [],
    },
    {
      connection: "tacc",
      accounts: [agaveAccount("ana", "ana@example.org", "Ana Silva")],
      complete: true,
      notes: [],
      asked: { userName: ["ana"], email: ["ANA@example.org"] },
    },
  ],
  hidden: [],
  links: [],
  missing: [],
  agreed: [],
  now: "2026-01-01T00:00:00.000Z",
};

test("under the policy that it was taken by, a snapshot is as complete as it was, whatever the case of the keys", () => {
  const fitted = fitSnapshot(snapshotOf(world), policy);
  assert.deepEqual(
    fitted.sources.map(({ complete }) => complete),
    [true, true],
  );
  const { snapshot, ...plan } = makePlan(fitted, policy).plan;
  assert.equal(snapshot?.takenAt, world.now);
  assert.deepEqual(plan.changes, makePlan(world, policy).plan.changes);
});

test("a policy that would ask a directory for more than was asked finds it incomplete: nobody counts as missing there", () => {
  const unasked = {
    ...world,
    sources: world.sources.map((each) =>
      each.asked ? { ...each, asked: { userName: ["ana"], email: [] } } : each,
    ),
  };
  const fitted = fitSnapshot(snapshotOf(unasked), policy);
  const tacc = fitted.sources[1];
  assert.equal(tacc?.complete, false);
  assert.match(tacc?.notes.at(-1) ?? "", /1 key was not asked for/);
});

test("sources that the policy does not name have no say", () => {
  const fitted = fitSnapshot(snapshotOf(world), { ...policy, sources: ["okeanos"], set: [] });
  assert.deepEqual(
    fitted.sources.map(({ connection }) => connection),
    ["okeanos"],
  );
});

test("a snapshot of a snapshot is the same snapshot", () => {
  const first = snapshotOf(world);
  const second = snapshotOf(fitSnapshot(first, policy));
  assert.equal(second.digest, first.digest);
});
