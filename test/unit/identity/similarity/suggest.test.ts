import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Account } from "../../../../src/identity/account.ts";
import { makePlan } from "../../../../src/identity/make-plan.ts";
import type { Pin } from "../../../../src/identity/pin.ts";
import type { World } from "../../../../src/identity/world.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../../property/identity/worlds.ts";

interface Parts {
  readonly odm: readonly Account[];
  readonly okeanos?: readonly Account[];
  readonly tacc?: readonly Account[];
  readonly apart?: readonly Pin[];
}

function planned({ odm, okeanos = [], tacc = [], apart = [] }: Parts) {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: true,
    notes: [],
  });
  const world: World = {
    target: { ...reading("odm", odm), url: "https://odm.example" },
    sources: [reading("okeanos", okeanos), reading("tacc", tacc)],
    hidden: [],
    links: [],
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
  return makePlan(world, { ...policy, apart }).plan;
}

const user = (id: string, displayName: string, email: string, userName = email) =>
  odmAccount({ id, userName, displayName, email });

const ada = user("1", "Ada Lovelace", "ada.lovelace@example.org");

/** Each row: the user, the profile's user name, e-mail and name, and whether they are suggested to be one person. */
const rows: readonly (readonly [string, Account, readonly [string, string, string], boolean])[] = [
  [
    "a name in the other order and an e-mail that was abbreviated",
    ada,
    ["alovelace", "a.lovelace@example.org", "Lovelace, Ada"],
    true,
  ],
  ["a slip in the e-mail", ada, ["lovelace", "ada.lovelase@example.org", "Ada Lovelace"], true],
  [
    "accents on one side alone",
    user("1", "Chloé Rouxel", "chloe.rouxel@example.org"),
    ["crouxel", "chloé.rouxel2@example.org", "Chloe Rouxel"],
    true,
  ],
  ["nothing but the family name", ada, ["glovelace", "grace.lovelace@example.org", "Grace Lovelace"], false],
  ["nothing but the given name", ada, ["abyron", "ada.byron@example.org", "Ada Byron"], false],
  ["nothing but the domain", ada, ["tturing", "tom.turing@example.org", "Tom Turing"], false],
];

describe("accounts are suggested to be one person's where they are alike", () => {
  for (const [name, account, [username, email, fullName], expected] of rows)
    test(`${name}: ${expected ? "yes" : "no"}`, () => {
      const { suggestions } = planned({ odm: [account], tacc: [agaveAccount(username, email, fullName)] });
      assert.deepEqual(
        suggestions.map(({ target, source }) => `${target.id} ${source.connection} ${source.id}`),
        expected ? [`1 tacc ${username}`] : [],
        JSON.stringify(suggestions),
      );
    });
});

test("a suggestion says what is alike, and whom it is about", () => {
  const [suggestion] = planned({
    odm: [ada],
    okeanos: [astakosAccount("u-1", "ada.lovelace2@example.org")],
  }).suggestions;
  assert.equal(suggestion?.person, "ada.lovelace2@example.org");
  assert.equal(suggestion?.target.label, "Ada Lovelace");
  assert.equal(suggestion?.why, "Same name, similar e-mail name (0.98), same e-mail domain.");
  assert.equal(suggestion?.score, 0.99);
});

test("nobody who has an account is suggested another", () => {
  const profile = agaveAccount("ada", "ada.lovelace@example.org", "Ada Lovelace");
  const { suggestions } = planned({
    odm: [ada, user("2", "Ada Lovelace", "ada.lovelace2@example.org")],
    tacc: [profile],
  });
  assert.deepEqual(suggestions, []);
});

test("what a person keeps apart is not suggested again", () => {
  const tacc = [agaveAccount("alovelace", "a.lovelace@example.org", "Ada Lovelace")];
  assert.equal(planned({ odm: [ada], tacc }).suggestions.length, 1);
  const apart = [{ targetId: "1", connection: "tacc", id: "alovelace" }];
  assert.deepEqual(planned({ odm: [ada], tacc, apart }).suggestions, []);
});

test("the three most alike are suggested, the best first", () => {
  const odm = ["ada.lovelace1", "ada.lovelacex", "ada.lovelace.xy", "ada.lovelace.xyz", "ada.lovelac"].map(
    (local, index) => user(String(index), "Ada Lovelace", `${local}@example.org`),
  );
  const { suggestions } = planned({
    odm,
    tacc: [agaveAccount("adal", "ada.lovelace@example.org", "Ada Lovelace")],
  });
  assert.equal(suggestions.length, 3);
  const scores = suggestions.map(({ score }) => score);
  assert.deepEqual(
    scores,
    scores.toSorted((a, b) => b - a),
  );
});

test("20,000 people without an account and as many accounts that nobody claims are compared by what they share, not each with each", () => {
  const given = Array.from({ length: 400 }, (_, index) => `g${index.toString(36).padStart(3, "a")}na`);
  const family = Array.from({ length: 1000 }, (_, index) => `${index.toString(36).padStart(3, "z")}berg`);
  const names = Array.from({ length: 20_000 }, (_, index) => [
    given[index % 400],
    family[Math.floor(index / 20)],
  ]);
  const odm = names.map(([first, last], index) =>
    user(String(index), `${first} ${last}`, `${first}.${last}@example.org`),
  );
  const tacc = names.map(([first, last], index) =>
    agaveAccount(`x${index}`, `${first}.${last}2@example.org`, `${first} ${last}`),
  );
  const { suggestions } = planned({ odm, tacc });
  assert.ok(suggestions.length >= 20_000, String(suggestions.length));
});
