import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compileFilter } from "../../../src/filter/compile.ts";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { digestPlan, makePlan } from "../../../src/identity/make-plan.ts";
import type { World } from "../../../src/identity/world.ts";
import { afterApplying } from "./simulate.ts";
import { anyWorld, policy } from "./worlds.ts";

const runs = { numRuns: 1000 };

test("the same world gives the same bytes, in whatever order accounts and links arrive", () => {
  fc.assert(
    fc.property(anyWorld, fc.infiniteStream(fc.nat()), (world, numbers) => {
      const shuffle = <T>(items: readonly T[]) =>
        items
          .map((item) => ({ item, at: numbers.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ item }) => item);
      const shuffled: World = {
        ...world,
        target: { ...world.target, accounts: shuffle(world.target.accounts) },
        sources: shuffle(
          world.sources.map((source) => ({ ...source, accounts: shuffle(source.accounts) })),
        ).toSorted((a, b) => policy.sources.indexOf(a.connection) - policy.sources.indexOf(b.connection)),
        hidden: shuffle(world.hidden),
        links: shuffle(world.links),
        agreed: shuffle(world.agreed),
      };
      assert.equal(
        JSON.stringify(makePlan(shuffled, policy).plan),
        JSON.stringify(makePlan(world, policy).plan),
      );
    }),
    runs,
  );
});

test("no change touches an account that is protected or out of scope, or creates one that would be", () => {
  const inScope = compileFilter(policy.scope ?? assert.fail());
  const isProtected = compileFilter(policy.protect ?? assert.fail());
  fc.assert(
    fc.property(anyWorld, (world) => {
      const accounts = new Map(
        [...world.target.accounts, ...world.hidden].map((account) => [account.id, account]),
      );
      for (const { target, set } of makePlan(world, policy).plan.changes) {
        const resource =
          target.id === null
            ? Object.fromEntries(Object.entries(set).map(([name, { to }]) => [name, to]))
            : accounts.get(target.id)?.attributes;
        assert.ok(inScope(resource));
        assert.ok(!isProtected(resource));
      }
    }),
    runs,
  );
});

test("an incomplete view never destroys: nobody is deactivated unless every directory was read to its end", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const complete = world.target.complete && world.sources.every((source) => source.complete);
      const { changes } = makePlan(world, policy).plan;
      if (!complete) assert.ok(changes.every((change) => change.action !== "deactivate"));
      if (!world.target.complete) assert.ok(changes.every((change) => change.action !== "create"));
    }),
    runs,
  );
});

test("only accounts that were linked are deactivated", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const linked = new Set(world.links.map((link) => link.targetId));
      for (const change of makePlan(world, policy).plan.changes) {
        if (change.action === "deactivate") assert.ok(linked.has(change.target.id ?? ""));
      }
    }),
    runs,
  );
});

test("every account is judged at most once, and an account has at most one change", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { plan, judgements } = makePlan(world, policy);
      const judged = judgements.flatMap(({ targets, sources }) =>
        [...targets, ...sources].map(({ connection, id }) => `${connection} ${id}`),
      );
      assert.equal(new Set(judged).size, judged.length);
      const active = world.target.accounts.filter((account) => account.active).map(({ id }) => `odm ${id}`);
      const sources = world.sources.flatMap(({ connection, accounts }) =>
        accounts.filter((account) => account.active).map(({ id }) => `${connection} ${id}`),
      );
      for (const account of [...active, ...sources])
        assert.ok(judged.includes(account), `${account} was overlooked`);
      const changed = plan.changes.map(({ target }) => target.id).filter((id) => id !== null);
      assert.equal(new Set(changed).size, changed.length);
    }),
    runs,
  );
});

test("after applying, the plan is empty: at once where nothing was contested, and else after what became clear", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const first = makePlan(world, policy).plan;
      const { disputed, alreadyLinked } = correlate(world, policy);
      const settled = disputed.length === 0 && alreadyLinked.length === 0;
      let current = afterApplying(world, first);
      for (let round = settled ? 3 : 1; round < 3; round++) {
        current = afterApplying(current, makePlan(current, policy).plan);
      }
      assert.deepEqual(makePlan(current, policy).plan.changes, []);
    }),
    runs,
  );
});

test("the id fits the content and nothing else", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { plan } = makePlan(world, policy);
      assert.equal(digestPlan(plan), plan.id);
      assert.equal(digestPlan(JSON.parse(JSON.stringify(plan, null, 2))), plan.id);
      assert.notEqual(
        digestPlan({ ...plan, blocked: [{ action: "create", planned: 1, allowed: 0, why: "" }] }),
        plan.id,
      );
    }),
    { numRuns: 200 },
  );
});
