import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileFilter } from "../../../src/filter/compile.ts";
import type { Account } from "../../../src/identity/account.ts";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { digestPolicy, makePlan } from "../../../src/identity/make-plan.ts";
import type { Change, Plan } from "../../../src/identity/plan.ts";
import type { World } from "../../../src/identity/world.ts";
import { afterApplying } from "./simulate.ts";
import { anyLeaversPolicy, anyWorldOfLeavers, policy } from "./worlds.ts";

const runs = { numRuns: 1000 };
const isProtected = compileFilter(policy.protect ?? assert.fail());
const isInScope = compileFilter(policy.scope ?? assert.fail());

function revocationsIn({ changes }: Plan): readonly Change[] {
  return changes.filter(({ action }) => action === "revoke");
}

/** The accounts of the target that earlier runs have linked to an Agave account, whatever the case of its name. */
function holdersOf({ target, hidden, links }: World, username: string): readonly Account[] {
  const linked = links.filter(
    ({ connection, id }) => connection === "tacc" && id.toLowerCase() === username.toLowerCase(),
  );
  return [...target.accounts, ...hidden].filter((account) =>
    linked.some(({ targetId }) => targetId === account.id),
  );
}

function isHidden({ hidden }: World, { id }: Account): boolean {
  return hidden.some((account) => account.id === id);
}

test("permissions are withdrawn only from people who leave by the policy, after their deactivation where the plan has one", () => {
  const seen = { deactivated: 0, already: 0, outOfScope: 0 };
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, leaving) => {
      const { plan } = makePlan(world, leaving);
      const ofTarget = plan.changes.filter(({ grant }) => !grant);
      for (const { grant, target, requires } of revocationsIn(plan)) {
        assert.ok(grant);
        assert.deepEqual(target, { connection: grant.connection, id: grant.account });
        assert.ok(leaving.leavers.revoke.includes(grant.kind));
        const [holder, ...others] = holdersOf(world, grant.account);
        assert.ok(holder && others.length === 0, `${grant.account} is ${others.length + 1} people's`);
        const change = ofTarget.find((each) => each.target.id === holder.id);
        const reason = isInScope(holder.attributes) ? "deactivated" : "outOfScope";
        assert.ok(leaving.leavers.when.includes(reason), reason);
        if (reason === "outOfScope") {
          seen.outOfScope++;
          assert.equal(change, undefined);
          assert.deepEqual(requires, []);
        } else if (isHidden(world, holder)) {
          seen.already++;
          assert.equal(change, undefined);
          assert.deepEqual(requires, []);
        } else {
          seen.deactivated++;
          assert.equal(change?.action, "deactivate");
          assert.deepEqual(requires, [change.id]);
        }
      }
    }),
    runs,
  );

  for (const [reason, times] of Object.entries(seen)) assert.ok(times > 0, reason);
});

test("nothing is withdrawn from who is protected or in dispute, nor from who is signed in", () => {
  let spared = 0;
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, leaving) => {
      const { plan } = makePlan(world, leaving);
      const self = world.access?.[0]?.self.toLowerCase();
      const contested = new Set(
        plan.disputes.flatMap(({ candidates }) =>
          candidates.map(({ connection, id }) => `${connection} ${id}`),
        ),
      );
      for (const { grant } of revocationsIn(plan)) {
        assert.ok(grant);
        const account = grant.account.toLowerCase();
        assert.ok(!account.startsWith("svc-") && account !== self);
        for (const holder of holdersOf(world, account)) {
          assert.ok(!isProtected(holder.attributes));
          assert.ok(!contested.has(`odm ${holder.id}`) && !contested.has(`tacc ${account}`));
        }
      }
      const grants = world.access?.flatMap((reading) => reading.grants) ?? [];
      spared += grants.filter(({ account }) =>
        holdersOf(world, account).some(({ attributes }) => isProtected(attributes)),
      ).length;
    }),
    runs,
  );
  assert.ok(spared > 0);
});

test("an incomplete view never withdraws: nothing is withdrawn unless every directory was read to its end", () => {
  let withheld = 0;
  fc.assert(
    fc.property(
      anyWorldOfLeavers,
      anyLeaversPolicy,
      fc.constantFrom("odm", "okeanos", "tacc"),
      (world, leaving, cut) => {
        const { plan } = makePlan(world, leaving);
        const part = <T extends World["target"] | World["sources"][number]>(reading: T): T =>
          reading.connection === cut ? { ...reading, complete: false } : reading;
        const partly = { ...world, target: part(world.target), sources: world.sources.map(part) };
        if (revocationsIn(plan).length > 0) withheld++;
        assert.deepEqual(revocationsIn(makePlan(partly, leaving).plan), []);
        if (plan.sources.some(({ complete }) => !complete)) assert.deepEqual(revocationsIn(plan), []);
      },
    ),
    runs,
  );
  assert.ok(withheld > 0);
});

test("without the section on leavers the plan is the same less what it withdraws and lists", () => {
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, leaving) => {
      const { leavers: _, ...staying } = leaving;
      const { plan } = makePlan(world, leaving);
      const { id: _id, policy: digest, ...without } = makePlan(world, staying).plan;
      assert.equal(digest, digestPolicy(staying));
      const { id: _other, policy: _digest, leavers, access, ...rest } = plan;
      assert.ok(leavers && access);
      assert.deepEqual({ ...rest, changes: rest.changes.filter(({ grant }) => !grant) }, without);
    }),
    { numRuns: 1000 },
  );
});

test("neither the order of accounts and links nor that of what they may do has an influence", () => {
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, leaving) => {
      const turned: World = {
        ...world,
        target: { ...world.target, accounts: world.target.accounts.toReversed() },
        sources: world.sources.map((source) => ({ ...source, accounts: source.accounts.toReversed() })),
        hidden: world.hidden.toReversed(),
        links: world.links.toReversed(),
        access: (world.access ?? []).map((reading) => ({
          ...reading,
          grants: reading.grants.toReversed(),
          owned: reading.owned.toReversed(),
        })),
      };
      assert.equal(
        JSON.stringify(makePlan(turned, leaving).plan),
        JSON.stringify(makePlan(world, leaving).plan),
      );
    }),
    runs,
  );
});

test("after applying, nothing is left to withdraw: at once where nothing was contested, and else after what became clear", () => {
  fc.assert(
    fc.property(anyWorldOfLeavers, anyLeaversPolicy, (world, leaving) => {
      const { disputed, alreadyLinked } = correlate(world, leaving);
      const linked = world.links.map(({ connection, id }) => `${connection} ${id.toLowerCase()}`);
      const contested = disputed.length + alreadyLinked.length + linked.length - new Set(linked).size;
      const rounds = contested === 0 ? 1 : 3;
      let current = world;
      for (let round = 0; round < rounds; round++)
        current = afterApplying(current, makePlan(current, leaving).plan);
      assert.deepEqual(makePlan(current, leaving).plan.changes, []);
    }),
    runs,
  );
});
