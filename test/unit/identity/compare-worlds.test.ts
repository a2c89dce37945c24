import assert from "node:assert/strict";
import { test } from "node:test";
import { compareWorlds } from "../../../src/identity/compare-worlds.ts";
import type { World } from "../../../src/identity/world.ts";
import { odmAccount } from "../../property/identity/worlds.ts";

const account = (id: string, displayName: string) =>
  odmAccount({ id, userName: `u${id}`, displayName, email: `u${id}@example.org` });

const worldOf = (
  accounts: readonly ReturnType<typeof account>[],
  hidden: readonly ReturnType<typeof account>[] = [],
  complete = true,
): World => ({
  target: { connection: "odm", url: "https://odm.example", accounts, complete, notes: [] },
  sources: [],
  hidden,
  links: [],
  missing: [],
  agreed: [],
  now: "2026-01-01T00:00:00.000Z",
});

test("an account that is deactivated and hidden has changed; only one that is nowhere any more has left", () => {
  const before = worldOf([account("1", "Ana"), account("2", "Bo"), account("3", "Chloé")]);
  const after = worldOf([account("1", "Anna"), account("4", "Dmitri")], [account("2", "Bo")]);
  const [odm] = compareWorlds(before, after);
  assert.deepEqual(
    odm?.joined.map(({ id }) => id),
    ["4"],
  );
  assert.deepEqual(
    odm?.left.map(({ id }) => id),
    ["3"],
  );
  assert.deepEqual(
    odm?.changed.map(({ id, attributes }) => [id, attributes]),
    [
      ["1", { displayName: { from: "Ana", to: "Anna" } }],
      ["2", { active: { from: true, to: false } }],
    ],
  );
});

test("the order of accounts, and of the members of their values, is no difference", () => {
  const [one, two] = [account("1", "Ana"), account("2", "Bo")];
  const turned = {
    ...one,
    attributes: Object.fromEntries(Object.entries(one.attributes).toReversed()),
  };
  const [odm] = compareWorlds(worldOf([one, two]), worldOf([two, turned]));
  assert.deepEqual([odm?.joined, odm?.left, odm?.changed], [[], [], []]);
});

test("what a server notes of its own resource is no difference of the account", () => {
  const before = account("1", "Ana");
  const after = { ...before, attributes: { ...before.attributes, meta: { version: "2" } } };
  const [odm] = compareWorlds(worldOf([before]), worldOf([after]));
  assert.deepEqual(odm?.changed, []);
});

test("a view that was not read to its end is told of", () => {
  const [odm] = compareWorlds(worldOf([account("1", "Ana")]), worldOf([], [], false));
  assert.equal(odm?.complete, false);
});
