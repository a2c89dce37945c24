import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Limit, Policy } from "../../../src/identity/policy.ts";
import { changeActions } from "../../../src/identity/situation.ts";
import type { Ledger } from "../../../src/ledger/ledger.ts";
import { type ApplyPlace, applyPlan } from "../../../src/reconcile/apply.ts";
import { RefusedPlan } from "../../../src/reconcile/refused.ts";
import { anyLeaversPolicy, anyWorldOfLeavers } from "../identity/worlds.ts";

const anyLimit = fc.oneof(
  fc.record({ count: fc.nat({ max: 3 }) }),
  fc.record({ percent: fc.constantFrom(0, 10, 34, 100) }),
);

const anyLimits: fc.Arbitrary<Policy["limits"]> = fc.record(
  Object.fromEntries(changeActions.map((action) => [action, anyLimit])),
  { requiredKeys: [] },
);

class Touched extends Error {}

/** Something that must not be used at all. */
function untouched<T extends object>(known: Partial<T>): T {
  return new Proxy(known, {
    get: (own, name) => {
      if (Object.hasOwn(own, name)) return Reflect.get(own, name);
      throw new Touched(String(name));
    },
  }) as T;
}

function placeFor(policy: Policy): ApplyPlace {
  return {
    policy,
    target: untouched<ApplyPlace["target"]>({
      connection: "odm",
      baseUrl: "https://odm.example",
      abilities: {
        enumerates: "active",
        lookupKeys: [],
        creates: true,
        updates: ["active"],
        deactivates: true,
      },
    }),
    ledger: untouched<Ledger>({}),
    now: () => new Date(0),
  };
}

function allowedBy(limit: Limit, accounts: number): number {
  return "count" in limit ? limit.count : Math.ceil((accounts * limit.percent) / 100);
}

test("a plan is blocked where it holds more changes of a kind than allowed, and then neither the target nor the ledger is touched", async () => {
  const seen = { blocked: 0, free: 0 };
  await fc.assert(
    fc.asyncProperty(anyWorldOfLeavers, anyLeaversPolicy, anyLimits, async (world, leaving, limits) => {
      const policy = { ...leaving, limits };
      const { plan } = makePlan(world, policy);
      const over = changeActions.filter((action) => {
        const planned = plan.changes.filter((change) => change.action === action).length;
        const limit = limits[action];
        return limit && planned > allowedBy(limit, world.target.accounts.length);
      });
      assert.deepEqual(
        plan.blocked.map(({ action }) => action),
        over,
      );
      const place = placeFor(policy);
      const isTouched = (error: unknown) => error instanceof Touched;
      if (over.length === 0) {
        seen.free++;
        await assert.rejects(async () => applyPlan(place, plan), isTouched);
        return;
      }
      seen.blocked++;
      const isBlocked = (error: unknown) => error instanceof RefusedPlan && error.reason === "blocked";
      await assert.rejects(async () => applyPlan(place, plan), isBlocked);
      await assert.rejects(async () => applyPlan(place, plan, { allowOver: `${plan.id}0` }), isBlocked);
      await assert.rejects(async () => applyPlan(place, plan, { allowOver: plan.id }), isTouched);
    }),
    { numRuns: 1000 },
  );
  for (const times of Object.values(seen)) assert.ok(times > 0);
});
