import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { sameValue } from "../../../src/identity/judging/prospect.ts";
import { keepableValues } from "../../../src/identity/keepable.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Plan } from "../../../src/identity/plan.ts";
import { type DriftPolicy, driftPolicies, type Policy } from "../../../src/identity/policy.ts";
import type { World } from "../../../src/identity/world.ts";
import { afterApplying } from "./simulate.ts";
import { anyWorld, policy } from "./worlds.ts";

const runs = { numRuns: 500 };

function under(drift: DriftPolicy): Policy {
  return { ...policy, set: policy.set.map((rule) => ({ ...rule, drift })) };
}

function planned(world: World, drift: DriftPolicy): Plan {
  return makePlan(world, under(drift)).plan;
}

function isContested(world: World): boolean {
  const { disputed, alreadyLinked } = correlate(world, policy);
  return disputed.length + alreadyLinked.length > 0;
}

/** The world once everything was applied that is certain, and all that became clear by it. */
function settled(world: World, drift: DriftPolicy): World {
  let current = world;
  for (let round = 0; round < 8; round++) {
    const plan = planned(current, drift);
    current = afterApplying(current, plan);
    if (plan.changes.every(({ ask }) => ask)) break;
  }
  return current;
}

for (const drift of driftPolicies) {
  describe(`under a policy to ${drift}`, () => {
    test("nothing certain is left after applying, and planning again changes nothing of it", () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          const current = settled(world, drift);
          const plan = planned(current, drift);
          assert.deepEqual(
            plan.changes.filter(({ ask }) => !ask),
            [],
          );
          const again = afterApplying(current, plan);
          const { agreed, changes, drifts } = planned(again, drift);
          assert.deepEqual(agreed, []);
          assert.deepEqual(changes, plan.changes);
          assert.deepEqual(drifts, plan.drifts);
        }),
        runs,
      );
    });

    test("an account has at most one certain change, and one more that is left to a person", () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          const { changes } = planned(world, drift);
          const keys = changes.flatMap(({ target, ask }) =>
            target.id === null ? [] : [`${target.id} ${ask ?? false}`],
          );
          assert.equal(new Set(keys).size, keys.length);
          assert.equal(new Set(changes.map(({ id }) => id)).size, changes.length);
        }),
        runs,
      );
    });

    test("what somebody keeps is planned no more, and nothing else is", () => {
      fc.assert(
        fc.property(anyWorld, (world) => {
          const plan = planned(world, drift);
          const values = keepableValues(plan);
          const key = ({ targetId, attribute }: { targetId: string | null; attribute: string }) =>
            `${targetId} ${attribute}`;
          const kept = new Set(values.map(key));
          const agreed = [...world.agreed.filter((each) => !kept.has(key(each))), ...values];
          const after = planned({ ...world, agreed }, drift);
          assert.deepEqual(
            after.changes.map(({ action, target }) => [action, target.id]),
            plan.changes
              .filter(({ action, target, set }) => {
                const names = Object.keys(set).map((attribute) => key({ targetId: target.id, attribute }));
                return action !== "update" || names.some((name) => !kept.has(name));
              })
              .map(({ action, target }) => [action, target.id]),
          );
          const left = new Set(
            after.drifts
              .filter(({ origin }) => origin === undefined)
              .map(({ target, attribute }) => key({ targetId: target.id, attribute })),
          );
          for (const value of kept) assert.ok(left.has(value), value);
        }),
        runs,
      );
    });

    test("an origin tells the truth of both sides", () => {
      let told = 0;
      fc.assert(
        fc.property(anyWorld, (world) => {
          for (const { targetId, attribute, value, source, origin } of keepableValues(
            planned(world, drift),
          )) {
            const known = world.agreed.find(
              (each) => each.targetId === targetId && each.attribute === attribute,
            );
            const sourceMoved = known !== undefined && !sameValue(attribute, source, known.source);
            const targetMoved = known !== undefined && !sameValue(attribute, value, known.value);
            const both = targetMoved ? "bothChanged" : "sourceChanged";
            assert.equal(origin, sourceMoved ? both : targetMoved ? "targetDrifted" : undefined);
            if (origin) told++;
          }
        }),
        runs,
      );
      assert.ok(told > 0);
    });
  });
}

test("to revert makes the same changes, whatever is known of what was agreed on, unless somebody keeps values", () => {
  fc.assert(
    fc.property(anyWorld, (generated) => {
      const world = {
        ...generated,
        agreed: generated.agreed.filter(({ value, source }) => value === source),
      };
      const idsOf = ({ changes }: Plan) => changes.map(({ id }) => id);
      assert.deepEqual(idsOf(planned(world, "revert")), idsOf(planned({ ...world, agreed: [] }, "revert")));
    }),
    runs,
  );
});

test("once a person has taken in all that was asked, nothing is left to do where nothing was contested", () => {
  let asked = 0;
  fc.assert(
    fc.property(anyWorld, (world) => {
      if (isContested(world)) return;
      const current = settled(world, "ask");
      const plan = planned(current, "ask");
      asked += plan.changes.length;
      assert.deepEqual(planned(afterApplying(current, plan, "asked"), "ask").changes, []);
    }),
    runs,
  );
  assert.ok(asked > 0);
});
