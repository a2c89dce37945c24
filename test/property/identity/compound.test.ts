import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { MatchPart, MatchRule, Policy } from "../../../src/identity/policy.ts";
import type { World } from "../../../src/identity/world.ts";
import { anyWorld, policy } from "./worlds.ts";

const runs = { numRuns: 1000 };

const userName: MatchPart = { target: "userName", source: { connection: "tacc", path: "username" } };
const email: MatchPart = { target: "emails.value", source: { connection: "tacc", path: "email" } };
const name: MatchPart = { target: "displayName", source: { connection: "tacc", path: "fullName" } };
const uuid: MatchPart = { target: "externalId", source: { connection: "okeanos", path: "uuid" } };
const catalogEmail: MatchPart = {
  target: "emails.value",
  source: { connection: "okeanos", path: "displayname" },
};

const anyParts = fc.shuffledSubarray([userName, email, name], { minLength: 2 });

function matching(...match: readonly MatchRule[]): Policy {
  return { ...policy, match };
}

/** The worlds without memory, so that rules alone bring accounts together. */
const anyNewWorld = anyWorld.map((world): World => ({ ...world, links: [] }));

test("neither the order of the pairs of a rule nor that of the accounts has an influence on who belongs together", () => {
  fc.assert(
    fc.property(anyWorld, anyParts, (world, parts) => {
      const turned: World = {
        ...world,
        target: { ...world.target, accounts: world.target.accounts.toReversed() },
        sources: world.sources.map((source) => ({ ...source, accounts: source.accounts.toReversed() })),
        hidden: world.hidden.toReversed(),
      };
      const groups = (at: World, all: readonly MatchPart[]) => {
        const { persons, disputed, alreadyLinked } = correlate(at, matching({ all }, catalogEmail, uuid));
        return {
          persons: persons
            .map(({ target, members }) =>
              [target?.id ?? "", ...members.map(({ account }) => account.id)].join(" "),
            )
            .toSorted(),
          disputed: disputed
            .map(({ targets, sources }) => [...targets, ...sources].map(({ id }) => id).join(" "))
            .toSorted(),
          turnedAway: alreadyLinked.map(({ account }) => account.id).toSorted(),
        };
      };
      assert.deepEqual(groups(turned, parts.toReversed()), groups(world, parts));
    }),
    runs,
  );
});

test("the same policy gives the same bytes, and a rule of one pair in all judges as the pair alone", () => {
  fc.assert(
    fc.property(anyWorld, (world) => {
      const plain = makePlan(world, matching(uuid, userName)).plan;
      const wrapped = makePlan(world, matching(uuid, { all: [userName] })).plan;
      assert.equal(
        JSON.stringify(makePlan(world, matching(uuid, { all: [userName] })).plan),
        JSON.stringify(wrapped),
      );
      const kept = ({ changes, reports, situations }: typeof plain) => ({ changes, reports, situations });
      assert.deepEqual(kept(wrapped), kept(plain));
    }),
    runs,
  );
});

test("whoever a rule of several pairs brings together, each of its pairs alone agrees in", () => {
  let met = 0;
  fc.assert(
    fc.property(anyNewWorld, anyParts, (world, all) => {
      for (const { target, members } of correlate(world, matching({ all })).persons) {
        const member = members.find(({ account }) => account.connection === "tacc");
        if (!target || !member) continue;
        met++;
        for (const part of all) {
          const alone: World = {
            ...world,
            target: { ...world.target, accounts: target.active ? [target] : [] },
            hidden: target.active ? [] : [target],
            sources: world.sources.map((source) => ({
              ...source,
              accounts: source.connection === "tacc" ? [member.account] : [],
            })),
          };
          const [person] = correlate(alone, matching(part)).persons;
          assert.equal(person?.members.length, 1);
        }
      }
    }),
    runs,
  );
  assert.ok(met > 50, `only ${met} came together`);
});
