import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kindNames } from "../../../src/sandbox/world/kinds/kinds.ts";
import type { Accounts, Moment } from "../../../src/sandbox/world/records.ts";
import { createWorld, truthOf, type World } from "../../../src/sandbox/world/world.ts";

const worlds = [1, 2, 3, 99, 123_456].flatMap((seed) =>
  [1, 25, 60, 200, 1500].map((users) => ({ seed, users, world: createWorld(seed, users) })),
);

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

const accountsAt = (world: World, moment: Moment): Accounts => ({
  odm: world.people.flatMap((person) => person[moment].odm),
  astakos: world.people.flatMap((person) => person[moment].astakos),
  agave: world.people.flatMap((person) => person[moment].agave),
});

describe("The generated world", () => {
  it("has every kind of person, and as many people as were asked for unless that is too few", () => {
    for (const { users, world } of worlds) {
      assert.equal(world.people.length, Math.max(users, kindNames.length));
      assert.deepEqual(new Set(world.people.map(({ kind }) => kind)), new Set(kindNames));
    }
  });

  it("is mostly in step, with few updates, creations and leavers, once it is not tiny", () => {
    for (const { users, world } of worlds.filter((each) => each.users >= 60)) {
      const { counts, people } = truthOf(world, "now");
      const targets = accountsAt(world, "now").odm.filter(({ active }) => active).length;
      const share = (count = 0) => count / targets;
      const idle = people.filter(({ action }) => action === "none").length / users;
      assert.ok(idle > 0.6 && idle < 0.8, `${idle} of ${users} in step`);
      assert.ok(share(counts.actions.update) < 0.18);
      assert.ok(share(counts.withoutMemory.actions.create) < 0.09);
      assert.ok(share(counts.actions.deactivate) < 0.02);
    }
  });

  it("stays within the limits of the sample policy, however small", () => {
    const limits = { deactivate: 0.1, create: 0.3, reactivate: 0.2, update: 0.5 } as const;
    for (const { world } of worlds) {
      const targets = accountsAt(world, "now").odm.filter(({ active }) => active).length;
      const { actions, withoutMemory } = truthOf(world, "now").counts;
      for (const counts of [actions, withoutMemory.actions]) {
        for (const [action, limit] of Object.entries(limits)) {
          assert.ok((counts[action as keyof typeof limits] ?? 0) <= Math.ceil(limit * targets));
        }
      }
    }
  });

  it("counts what its truth lists", () => {
    for (const { world } of worlds) {
      for (const moment of ["baseline", "now"] as const) {
        const { people, counts } = truthOf(world, moment);
        const total = (tally: object) => Object.values(tally).reduce((sum: number, count) => sum + count, 0);
        for (const tally of [
          counts.kinds,
          counts.situations,
          counts.actions,
          counts.withoutMemory.situations,
        ]) {
          assert.equal(total(tally), people.length);
        }
        assert.equal(counts.actions.update ?? 0, people.filter(({ action }) => action === "update").length);
        assert.equal(new Set(people.map(({ key }) => key)).size, people.length);
      }
    }
  });

  it("names every account once at each moment, and only those of people who are gone not at all", () => {
    for (const { world } of worlds) {
      for (const moment of ["baseline", "now"] as const) {
        const named = truthOf(world, moment).people.flatMap(({ accounts }) => Object.values(accounts).flat());
        const { odm, astakos, agave } = accountsAt(
          { ...world, people: world.people.filter(({ kind }) => moment === "baseline" || kind !== "gone") },
          moment,
        );
        const ids = [
          ...odm.map(({ id }) => id),
          ...astakos.map(({ uuid }) => uuid),
          ...agave.map(({ username }) => username),
        ];
        assert.deepEqual(named.sort(), ids.sort());
      }
    }
  });

  it("gives no two accounts the same id, login or address, except where the kind says so", () => {
    const sharesAddress = new Set(["twoTargets", "twoAgave"]);
    for (const { world } of worlds) {
      const { odm, astakos, agave } = accountsAt(world, "now");
      const unique = (values: readonly string[]) =>
        assert.equal(new Set(values.map(fold)).size, values.length);
      unique(odm.map(({ id }) => id));
      unique(odm.map(({ userName }) => userName));
      unique(astakos.map(({ uuid }) => uuid));
      unique(astakos.map(({ displayname }) => displayname));
      unique(agave.map(({ username }) => username));
      const ordinary = world.people.filter(({ kind }) => !sharesAddress.has(kind));
      unique(ordinary.flatMap(({ now }) => now.odm.map(({ email }) => email)));
      unique(ordinary.flatMap(({ now }) => now.agave.map(({ email }) => email)));
    }
  });

  it("never gives one person the login of another", () => {
    for (const { world } of worlds) {
      const owners = new Map<string, string>();
      for (const { key, baseline, now } of world.people) {
        for (const { odm, agave } of [baseline, now]) {
          for (const login of [
            ...odm.map(({ userName }) => userName),
            ...agave.map(({ username }) => username),
          ]) {
            assert.equal(owners.get(login) ?? key, key, login);
            owners.set(login, key);
          }
        }
      }
    }
  });

  it("follows from the seed and the number of people alone", () => {
    assert.deepEqual(createWorld(11, 120), createWorld(11, 120));
    assert.notDeepEqual(createWorld(12, 120).people, createWorld(11, 120).people);
  });

  it("has names in many scripts, and addresses in more than ASCII", () => {
    const { astakos } = accountsAt(createWorld(1, 1500), "now");
    const scripts = [
      "Latin",
      "Greek",
      "Cyrillic",
      "Arabic",
      "Hebrew",
      "Devanagari",
      "Han",
      "Hangul",
      "Thai",
      "Ethiopic",
    ];
    for (const script of scripts) {
      assert.ok(
        astakos.some(({ name }) => new RegExp(`\\p{Script=${script}}`, "u").test(name)),
        script,
      );
    }
    const beyondAscii = astakos.filter(({ displayname }) => /[^\x20-\x7e]/.test(displayname)).length;
    assert.ok(beyondAscii > 10 && beyondAscii < astakos.length / 10);
    assert.ok(astakos.every(({ displayname }) => displayname === fold(displayname)));
    assert.ok(astakos.every(({ displayname }) => /^[^\s@]+@[a-z.]+$/.test(displayname)));
  });
});
