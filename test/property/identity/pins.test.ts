import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Account } from "../../../src/identity/account.ts";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import { type Pin, pairKey } from "../../../src/identity/pin.ts";
import type { World } from "../../../src/identity/world.ts";
import { anyWorld, policy } from "./worlds.ts";

const runs = { numRuns: 1000 };

/** Pairs of accounts that mostly are in the generated worlds. */
const anyPair = fc
  .tuple(
    fc.constantFrom("1", "2", "3", "4", "11", "12", "gone"),
    fc.oneof(
      fc.tuple(fc.constant("okeanos"), fc.constantFrom("u-1", "u-2", "u-3", "u-4", "u-5", "gone")),
      fc.tuple(fc.constant("tacc"), fc.constantFrom("ana", "bo", "chloé", "dmitri", "gone")),
    ),
  )
  .map(([targetId, [connection, id]]): Pin => ({ targetId, connection, id }));

/** What people may have said of a world: a source account has one pin, a target's one for each source, and no pair is both. */
const anyPins = fc
  .tuple(
    fc.uniqueArray(anyPair, { selector: ({ connection, id }) => `${connection} ${id}`, maxLength: 4 }),
    fc.uniqueArray(anyPair, { selector: pairKey, maxLength: 4 }),
  )
  .map(([pairs, others]) => {
    const pinned = [...new Map(pairs.map((pin) => [`${pin.connection} ${pin.targetId}`, pin])).values()];
    const keys = new Set(pinned.map(pairKey));
    return { pinned, apart: others.filter((pair) => !keys.has(pairKey(pair))) };
  });

test("two accounts that are pinned and there are always together, in one person or in one dispute", () => {
  fc.assert(
    fc.property(anyWorld, anyPins, (world, pins) => {
      const { persons, disputed, alreadyLinked } = correlate(world, { ...policy, ...pins });
      for (const { targetId, connection, id } of pins.pinned) {
        if (!hasTarget(world, targetId) || !hasSource(world, connection, id)) continue;
        const isSource = (account: Account) => account.connection === connection && account.id === id;
        const together =
          persons.some(
            ({ target, members }) =>
              target?.id === targetId && members.some(({ account }) => isSource(account)),
          ) ||
          disputed.some(
            ({ targets, sources }) =>
              targets.some((target) => target.id === targetId) && sources.some(isSource),
          );
        assert.ok(together, `odm ${targetId} and ${connection} ${id}`);
        assert.ok(alreadyLinked.every(({ account }) => !isSource(account)));
      }
    }),
    runs,
  );
});

test("two accounts that are apart are never one person", () => {
  fc.assert(
    fc.property(anyWorld, anyPins, (world, pins) => {
      for (const { target, members } of correlate(world, { ...policy, ...pins }).persons) {
        for (const { account } of members) {
          const { connection, id } = account;
          const together = pins.apart.some(
            (pair) => pair.targetId === target?.id && pair.connection === connection && pair.id === id,
          );
          assert.ok(!together, `odm ${target?.id} and ${connection} ${id}`);
        }
      }
    }),
    runs,
  );
});

test("neither the order of the accounts nor that of the pins has an influence", () => {
  fc.assert(
    fc.property(anyWorld, anyPins, (world, { pinned, apart }) => {
      const turned: World = {
        ...world,
        target: { ...world.target, accounts: world.target.accounts.toReversed() },
        sources: world.sources.map((source) => ({ ...source, accounts: source.accounts.toReversed() })),
        hidden: world.hidden.toReversed(),
        links: world.links.toReversed(),
      };
      const { policy: _one, id: _id, ...plan } = makePlan(world, { ...policy, pinned, apart }).plan;
      const {
        policy: _other,
        id: _otherId,
        ...again
      } = makePlan(turned, {
        ...policy,
        pinned: pinned.toReversed(),
        apart: apart.toReversed(),
      }).plan;
      assert.deepEqual(again, plan);
    }),
    runs,
  );
});

test("a pin that states what is linked already changes nothing of what is planned", () => {
  fc.assert(
    fc.property(anyWorld, fc.nat(), (world, nth) => {
      const linked = correlate(world, policy).persons.flatMap(({ target, members }) =>
        members.flatMap(({ account, known }): Pin[] =>
          target && known ? [{ targetId: target.id, connection: account.connection, id: account.id }] : [],
        ),
      );
      const stated = linked[nth % Math.max(1, linked.length)];
      if (!stated) return;
      const { policy: _digest, id: _id, ...plan } = makePlan(world, policy).plan;
      const {
        policy: _other,
        id: _otherId,
        ...again
      } = makePlan(world, { ...policy, pinned: [stated] }).plan;
      assert.deepEqual(again, plan);
    }),
    runs,
  );
});

test("pins alone deactivate nobody who was not linked, and nobody on an incomplete view", () => {
  const eager = { ...policy, situations: { ...policy.situations, sourceMissing: "deactivate" as const } };
  fc.assert(
    fc.property(anyWorld, anyPins, (world, pins) => {
      const linked = new Set(world.links.map(({ targetId }) => targetId));
      const complete = world.target.complete && world.sources.every((source) => source.complete);
      const pinnedTo = new Map(pins.pinned.map((pin) => [`${pin.targetId} ${pin.connection}`, pin.id]));
      for (const { action, target } of makePlan(world, { ...eager, ...pins }).plan.changes) {
        if (action !== "deactivate") continue;
        assert.ok(complete);
        assert.ok(linked.has(target.id ?? ""));
        for (const { connection } of world.sources) {
          const id = pinnedTo.get(`${target.id} ${connection}`);
          const remembered = world.links.some(
            (link) => link.targetId === target.id && link.connection === connection && link.id === id,
          );
          assert.ok(id === undefined || hasSource(world, connection, id) || remembered);
        }
      }
    }),
    runs,
  );
});

test("a suggestion is never acted on: its accounts are not one person, and to keep them apart changes nothing but disputes", () => {
  let suggested = 0;
  fc.assert(
    fc.property(anyWorld, (world) => {
      const { plan, judgements } = makePlan(world, policy);
      suggested += plan.suggestions.length;
      for (const { target, source } of plan.suggestions) {
        const isSource = (ref: Pick<Account, "connection" | "id">) =>
          ref.connection === source.connection && ref.id === source.id;
        for (const { situation, targets, sources } of judgements) {
          const together = targets.some(({ id }) => id === target.id) && sources.some(isSource);
          assert.ok(!together || situation === "ambiguous");
        }
        for (const change of plan.changes)
          assert.ok(change.target.id !== target.id || !change.links.some(isSource));
      }
      if (plan.disputes.length > 0) return;
      const apart = plan.suggestions.map(
        ({ target, source: { connection, id } }): Pin => ({ targetId: target.id, connection, id }),
      );
      assert.deepEqual(makePlan(world, { ...policy, apart }).plan.changes, plan.changes);
    }),
    runs,
  );
  assert.ok(suggested > 0);
});

function hasTarget({ target, hidden }: World, id: string): boolean {
  return [...target.accounts, ...hidden].some((account) => account.id === id);
}

function hasSource({ sources }: World, connection: string, id: string): boolean {
  return sources.some(({ accounts }) =>
    accounts.some((account) => account.connection === connection && account.id === id),
  );
}
