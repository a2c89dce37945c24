import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Account } from "../../../src/identity/account.ts";
import { inversePlan } from "../../../src/identity/inverse-plan.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import type { Policy } from "../../../src/identity/policy.ts";
import type { World } from "../../../src/identity/world.ts";
import { afterApplying, grantKey } from "./simulate.ts";
import { anyLeaversPolicy, anyWorld, anyWorldOfLeavers } from "./worlds.ts";

const runs = { numRuns: 1000 };

interface Undone {
  readonly plan: Plan;
  readonly inverse: Plan;
  readonly before: ReadonlyMap<string, unknown>;
  readonly after: ReadonlyMap<string, unknown>;
  /** What accounts may do, by `grantKey`. */
  readonly permissionsBefore: ReadonlyMap<string, string>;
  readonly permissionsAfter: ReadonlyMap<string, string>;
}

/** Applies the plan of a world to the letter, and then its inverse. */
function undone(
  generated: World,
  policy: Policy,
  clears: readonly string[],
  landedOf = (plan: Plan) => plan.changes,
): Undone {
  const world = { ...generated, target: { ...generated.target, clears } };
  const made = makePlan(world, policy).plan;
  const plan = { ...made, changes: landedOf(made) };
  const applied = afterApplying(world, plan);
  const accounts = accountsOf(applied);
  const landed = plan.changes.map((change, index) => {
    const created = [...accounts.keys()].find((id) => id.startsWith(`new-${index}-`));
    return { change, account: change.target.id ?? created ?? assert.fail() };
  });
  const inverse = inversePlan(
    { run: "r1", plan, landed, undone: new Set(), clears, accounts: { shown: [], hidden: [] } },
    policy,
  );
  const restored = afterApplying(applied, inverse);
  return {
    plan,
    inverse,
    before: accountsOf(world),
    after: accountsOf(restored),
    permissionsBefore: permissionsIn(world),
    permissionsAfter: permissionsIn(restored),
  };
}

function permissionsIn({ access = [] }: World): ReadonlyMap<string, string> {
  const grants = access.flatMap((reading) => reading.grants);
  return new Map(grants.map((grant) => [grantKey(grant), grant.permission]));
}

function accountsOf({ target, hidden }: World): ReadonlyMap<string, unknown> {
  return new Map([...target.accounts, ...hidden].map((account) => [account.id, values(account)]));
}

function values({ userName, displayName, externalId, emails, active }: Account): unknown {
  return { userName, displayName, externalId, emails, active };
}

test("an undo gives every account its old values back, where the target lets them be cleared", () => {
  fc.assert(
    fc.property(anyWorld, anyLeaversPolicy, (world, policy) => {
      const { before, after } = undone(world, policy, ["externalId"]);
      for (const [id, account] of before) assert.deepEqual(after.get(id), account);
    }),
    runs,
  );
});

test("an undo gives every account its permissions back, and no others", () => {
  let withdrawn = 0;
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, policy) => {
      const { plan, inverse, permissionsBefore, permissionsAfter } = undone(world, policy, []);
      const taken = plan.changes.filter(({ action }) => action === "revoke");
      const given = inverse.changes.filter(({ action }) => action === "grant");
      assert.deepEqual(
        given.map(({ grant }) => grant).toReversed(),
        taken.map(({ grant }) => grant),
      );
      assert.deepEqual(new Map([...permissionsAfter].toSorted()), new Map([...permissionsBefore].toSorted()));
      withdrawn += taken.length;
    }),
    runs,
  );
  assert.ok(withdrawn > 0);
});

test("whatever an undo leaves behind is said in its plan, and was said in the plan that it takes back", () => {
  let left = 0;
  fc.assert(
    fc.property(anyWorld, anyLeaversPolicy, (world, policy) => {
      const { plan, inverse, before, after } = undone(world, policy, []);
      const said = new Set(inverse.lasting?.map(({ target }) => target.id));
      const warned = new Set(
        plan.changes.flatMap(({ id, undo }) => (undo && undo.possible !== "all" ? [id] : [])),
      );
      for (const { change } of inverse.lasting ?? []) assert.ok(warned.has(change));
      assert.equal(warned.size, inverse.lasting?.length);
      for (const [id, account] of after) {
        if (JSON.stringify(account) === JSON.stringify(before.get(id))) continue;
        left++;
        assert.ok(said.has(id), id);
      }
    }),
    runs,
  );
  assert.ok(left > 0);
});

test("accounts that a run created are deactivated by its undo", () => {
  fc.assert(
    fc.property(anyWorld, anyLeaversPolicy, (world, policy) => {
      const { before, after } = undone(world, policy, []);
      for (const [id, account] of after)
        if (!before.has(id)) assert.equal((account as Account).active, false);
    }),
    runs,
  );
});

test("only what has landed is taken back, in inverse order, and nothing twice", () => {
  fc.assert(
    fc.property(anyWorld, anyLeaversPolicy, fc.infiniteStream(fc.boolean()), (world, policy, choices) => {
      const { plan, inverse } = undone(world, policy, ["externalId"], ({ changes }) =>
        changes.filter(() => choices.next().value),
      );
      const touched = new Set(plan.changes.map(({ target }) => target.id));
      for (const { target } of inverse.changes)
        assert.ok(touched.has(target.id) || target.id?.startsWith("new-"));
      const place = new Map(plan.changes.map((change, index) => [subjectOf(change), index]));
      const places = inverse.changes.flatMap((change) => place.get(subjectOf(change)) ?? []);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => b - a),
      );
      const again = inversePlan(
        {
          run: "r1",
          plan,
          landed: plan.changes.map((change) => ({ change })),
          undone: new Set(inverse.changes.map(({ id }) => id)),
          clears: ["externalId"],
          accounts: { shown: [], hidden: [] },
        },
        policy,
      );
      assert.deepEqual(again.changes, []);
    }),
    runs,
  );
});

/** The account, or its permission, that a change is about. */
function subjectOf({ target, grant }: Change): string {
  return grant ? grantKey(grant) : `${target.connection} ${target.id}`;
}
