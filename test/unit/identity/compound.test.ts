import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import { correlate } from "../../../src/identity/correlation/correlate.ts";
import { mostCombinations } from "../../../src/identity/correlation/rule-keys.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { MatchPart, MatchRule, Policy } from "../../../src/identity/policy.ts";
import { keysToLookUp } from "../../../src/reconcile/lookups.ts";
import { policy } from "../../property/identity/worlds.ts";

function pair(target: string, connection: string, path: string): MatchPart {
  return { target, source: { connection, path } };
}

const byNames: MatchRule = {
  all: [pair("userName", "tacc", "username"), pair("displayName", "tacc", "fullName")],
};

/** A policy without scope or protection whose only rules are these. */
function matching(...match: readonly MatchRule[]): Policy {
  const { scope: _scope, protect: _protect, ...rest } = policy;
  return { ...rest, match, set: [] };
}

function account(connection: string, id: string, attributes: Record<string, unknown>): Account {
  return { connection, id, emails: [], active: true, attributes };
}

const odm = (id: string, userName: string, displayName: string, emails: readonly string[] = []) =>
  account("odm", id, { id, userName, displayName, emails: emails.map((value) => ({ value })) });
const tacc = (id: string, username: string, fullName: string, email: unknown = undefined) =>
  account("tacc", id, { username, fullName, ...(email !== undefined && { email }) });
const okeanos = (id: string, name: string, displayname: string) =>
  account("okeanos", id, { name, displayname });

function world(targets: readonly Account[], sources: readonly Account[]) {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts: accounts.filter((each) => each.connection === connection),
    complete: true,
    notes: [],
  });
  return {
    target: { ...reading("odm", targets), url: "https://odm.example" },
    sources: [reading("okeanos", sources), reading("tacc", sources)],
    hidden: [],
    links: [],
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
}

/** Who came together, as `target / sources`, and who is in dispute, as `? targets / sources`. */
function together(
  targets: readonly Account[],
  sources: readonly Account[],
  ...match: readonly MatchRule[]
): readonly string[] {
  const { persons, disputed } = correlate(world(targets, sources), matching(...match));
  const ids = (accounts: readonly Account[]) => accounts.map(({ id }) => id).join(" ");
  return [
    ...persons.map(
      ({ target, members }) => `${target?.id ?? ""} / ${ids(members.map((member) => member.account))}`,
    ),
    ...disputed.map(({ targets: own, sources: others }) => `? ${ids(own)} / ${ids(others)}`),
  ].toSorted();
}

describe("accounts belong together by a rule of several attributes where all agree", () => {
  const rows: readonly (readonly [string, readonly Account[], readonly Account[], readonly string[]])[] = [
    ["all agree", [odm("1", "ana", "Ana Silva")], [tacc("a", "ANA", "ana silva")], ["1 / a"]],
    ["one differs", [odm("1", "ana", "Ana Silva")], [tacc("a", "ana", "Ana Souza")], [" / a", "1 / "]],
    ["one is missing in the source", [odm("1", "ana", "Ana")], [tacc("a", "ana", "")], [" / a", "1 / "]],
    ["one is missing in the target", [odm("1", "ana", "")], [tacc("a", "ana", "Ana")], [" / a", "1 / "]],
    ["one is missing in both", [odm("1", "ana", "")], [tacc("a", "ana", "")], [" / a", "1 / "]],
    [
      "parts do not run together",
      [odm("1", 'a","b', "c")],
      [tacc("a", "a", 'b","c'), tacc("b", 'a","b', "c")],
      [" / a", "1 / b"],
    ],
    [
      "what single attributes leave in doubt is told apart by two",
      [odm("1", "ana", "Ana Silva"), odm("2", "ana", "Ana Souza")],
      [tacc("a", "ana", "Ana Souza"), tacc("b", "ana", "Ana Silva")],
      ["1 / b", "2 / a"],
    ],
    [
      "two on one side are a dispute",
      [odm("1", "ana", "Ana")],
      [tacc("a", "ana", "Ana"), tacc("b", "Ana", "ANA")],
      ["? 1 / a b"],
    ],
  ];
  for (const [name, targets, sources, expected] of rows)
    test(name, () => assert.deepEqual(together(targets, sources, byNames), expected.toSorted()));
});

test("attributes with several values agree where any combination does", () => {
  const rule = { all: [pair("emails.value", "tacc", "email"), pair("userName", "tacc", "username")] };
  const user = odm("1", "ana", "Ana", ["a@x", "b@x"]);
  assert.deepEqual(together([user], [tacc("a", "ana", "", ["c@x", "B@X"])], rule), ["1 / a"]);
  assert.deepEqual(together([user], [tacc("a", "bo", "", ["b@x"])], rule), [" / a", "1 / "]);
});

test("source accounts that agree in all attributes are one person, and those that agree in some are not", () => {
  const other = { all: [pair("displayName", "okeanos", "displayname"), pair("userName", "okeanos", "name")] };
  const sources = [okeanos("u", "ana", "Ana"), tacc("a", "ana", "Ana"), tacc("b", "ana", "Bo")];
  assert.deepEqual(together([], sources, byNames, other), [" / b", " / u a"]);
  const { persons } = correlate(world([], sources), matching(byNames, other));
  const both = persons.find(({ members }) => members.length === 2);
  assert.equal(both?.members[0]?.evidence, "same userName and displayName as another account of the person");
});

test("a rule of several attributes and one of a single one are not mixed up", () => {
  const single = pair("userName", "okeanos", "name");
  const compound = { all: [pair("userName", "tacc", "username")] };
  assert.deepEqual(together([], [okeanos("u", '["ana"]', "x"), tacc("a", "ana", "y")], single, compound), [
    " / a",
    " / u",
  ]);
});

test("evidence and explanations name every pair", () => {
  const { judgements, plan } = makePlan(
    world([odm("1", "ana", "Ana")], [tacc("a", "ana", "Ana")]),
    matching(byNames),
  );
  const evidence = "userName equals tacc.username and displayName equals tacc.fullName";
  assert.equal(plan.links[0]?.links[0]?.evidence, evidence);
  assert.ok(judgements[0]?.steps.some(({ text }) => text === `tacc a: ${evidence}`));
  const dispute = makePlan(
    world([odm("1", "ana", "Ana")], [tacc("a", "ana", "Ana"), tacc("b", "ana", "Ana")]),
    matching(byNames),
  ).plan.disputes[0];
  assert.equal(dispute?.rule, "userName = tacc.username and displayName = tacc.fullName (match[0])");
});

test("too many combinations stop the plan and name the account and the rule, and the most are compared", () => {
  const rule = { all: [pair("emails.value", "tacc", "email"), pair("userName", "tacc", "username")] };
  const emails = Array.from({ length: mostCombinations }, (_, index) => `${index}@x`);
  const user = odm("1", "ana", "Ana", ["999@x"]);
  assert.deepEqual(together([user], [tacc("a", "ana", "", emails)], rule), ["1 / a"]);
  assert.throws(
    () => together([user], [tacc("a", "ana", "", [...emails, "z@x"])], rule),
    /^Error: tacc a has 1,001 combinations of values for match\[0\]/,
  );
});

test("a new account gets the e-mail that a pair of a rule would find it by", () => {
  const rule = { all: [pair("userName", "tacc", "username"), pair("emails.value", "tacc", "email")] };
  const { plan } = makePlan(world([], [tacc("a", "ana", "Ana", "ana@x")]), matching(rule));
  assert.deepEqual(plan.changes[0]?.set.emails?.to, [{ value: "ana@x", type: "work", primary: true }]);
});

describe("a directory that only answers for keys", () => {
  const directory = { connection: "tacc", lookupKeys: ["userName", "email"] as const };
  const users = [odm("1", "ana", "Ana", ["a@x"]), odm("2", "bo", "Bo", ["b@x"])];

  test("is asked by the first pair that it can be asked by", () => {
    const rule = {
      all: [
        pair("displayName", "tacc", "fullName"),
        pair("emails.value", "tacc", "email"),
        pair("userName", "tacc", "username"),
      ],
    };
    assert.deepEqual(keysToLookUp(directory, matching(rule), users, [], []), {
      userName: [],
      email: ["a@x", "b@x"],
    });
  });

  test("is asked by what the other sources carry where their rule compares the same attributes", () => {
    const rule = { all: [pair("emails.value", "tacc", "email"), pair("displayName", "tacc", "fullName")] };
    const same = {
      all: [pair("displayName", "okeanos", "name"), pair("emails.value", "okeanos", "displayname")],
    };
    const asked = (...others: readonly MatchRule[]) =>
      keysToLookUp(directory, matching(rule, ...others), [], [okeanos("u", "Ana", "u@x")], []).email;
    assert.deepEqual(asked(same), ["u@x"]);
    assert.deepEqual(asked(pair("emails.value", "okeanos", "displayname")), []);
  });

  test("is not asked by a rule without any such pair", () => {
    const rule = {
      all: [pair("displayName", "tacc", "fullName"), pair("name.familyName", "tacc", "lastName")],
    };
    assert.deepEqual(keysToLookUp(directory, matching(rule), users, [], []), { userName: [], email: [] });
  });
});
