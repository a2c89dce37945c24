import assert from "node:assert/strict";
import { test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import { digestPolicy, makePlan } from "../../../src/identity/make-plan.ts";
import { longestText } from "../../../src/identity/mapping/evaluate.ts";
import { isExpression } from "../../../src/identity/mapping/expression.ts";
import { parseExpression } from "../../../src/identity/mapping/parse.ts";
import type { Policy, SetRule } from "../../../src/identity/policy.ts";
import { parseSourceAttribute } from "../../../src/identity/source-attribute.ts";
import type { World } from "../../../src/identity/world.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

function setting(...rules: readonly (readonly [attribute: string, ...from: string[]])[]): Policy {
  return {
    ...policy,
    set: rules.map(
      ([attribute, ...from]): SetRule => ({
        attribute,
        from: from.map((text) => (isExpression(text) ? parseExpression(text) : parseSourceAttribute(text))),
        on: "always",
      }),
    ),
  };
}

interface Parts {
  readonly odm?: readonly Account[];
  readonly okeanos?: readonly Account[];
  readonly tacc?: readonly Account[];
  readonly incomplete?: readonly string[];
}

function world({ odm = [], okeanos = [], tacc = [], incomplete = [] }: Parts): World {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: !incomplete.includes(connection),
    notes: [],
  });
  return {
    target: { ...reading("odm", odm), url: "https://odm.example" },
    sources: [reading("okeanos", okeanos), reading("tacc", tacc)],
    hidden: [],
    links: okeanos.map(({ id }) => ({
      targetId: "1",
      connection: "okeanos",
      id,
      evidence: "linked in run 1",
    })),
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
}

const user = odmAccount({ id: "1", userName: "ana", displayName: "Old", email: "ana@example.org" });
const catalog = astakosAccount("u-1", "Ana@Example.org");
const profile = agaveAccount("ana", "ana@example.org", "Zoë Łoś");

test("an attribute gets what its expression gives, with the expression as the reason", () => {
  const { plan } = makePlan(
    world({ odm: [user], tacc: [profile] }),
    setting(["displayName", 'join(" ",ascii(tacc.fullName),upper(tacc.username))']),
  );
  const [change] = plan.changes;
  assert.deepEqual(change?.set, { displayName: { from: "Old", to: "Zoe Los ANA" } });
  assert.match(
    change?.why ?? "",
    /displayName from join\(" ", ascii\(tacc\.fullName\), upper\(tacc\.username\)\)\.$/,
  );
});

test("the first expression of a list that gives a value counts, and a text alone is a value", () => {
  const from = ['after(tacc.email, "#")', 'before(okeanos.displayname, "@")', '"nobody"'];
  const named = (parts: Parts) =>
    makePlan(world(parts), setting(["displayName", ...from])).plan.changes[0]?.set.displayName?.to;
  assert.equal(named({ odm: [user], okeanos: [catalog], tacc: [profile] }), "Ana");
  assert.equal(named({ odm: [user], tacc: [profile] }), "nobody");
});

test("an expression over a source that was not read to its end says nothing, and neither does a later rule", () => {
  const parts: Parts = { odm: [user], okeanos: [catalog], incomplete: ["tacc"] };
  const over = (...from: string[]) =>
    makePlan(world(parts), setting(["displayName", ...from], ["displayName", '"later"'])).plan.changes;
  assert.deepEqual(over("first(okeanos.displayname, lower(tacc.fullName))"), []);
  assert.deepEqual(over("okeanos.displayname", 'concat("x", tacc.fullName)'), []);
  assert.equal(over("lower(okeanos.displayname)")[0]?.set.displayName?.to, "ana@example.org");
});

test("where a text becomes too long nothing is set by that rule or a later one, and it is told", () => {
  const long = { ...profile, attributes: { ...profile.attributes, fullName: "x".repeat(longestText) } };
  const policyOf = setting(
    ["displayName", 'concat(tacc.fullName, "!")'],
    ["displayName", '"later"'],
    ["userName", 'concat("new-", tacc.username)'],
  );
  const { plan, judgements } = makePlan(world({ odm: [user], tacc: [long] }), policyOf);
  assert.deepEqual(
    plan.changes.map(({ set }) => set),
    [{ userName: { from: "ana", to: "new-ana" } }],
  );
  const why =
    'Not set: displayName from concat(tacc.fullName, "!"), because a text in it has more than 1,024 characters.';
  assert.deepEqual(plan.reports, [
    { person: "ana@example.org", target: { connection: "odm", id: "1" }, situation: "found", why },
  ]);
  assert.equal(judgements[0]?.steps.at(-1)?.text, why);
});

test("nobody is created with an attribute missing because a text became too long", () => {
  const long = { ...profile, attributes: { ...profile.attributes, fullName: "x".repeat(longestText) } };
  const { plan } = makePlan(world({ tacc: [long] }), setting(["userName", 'concat(tacc.fullName, "!")']));
  assert.deepEqual(plan.changes, []);
  assert.match(plan.reports[0]?.why ?? "", /^Not set: userName from concat/);
  assert.equal(plan.reports.length, 1);
});

test("the digest of a policy does not depend on how an expression was spaced, and does on what it says", () => {
  const digest = (text: string) => digestPolicy(setting(["displayName", text]));
  assert.equal(digest('join(" ",tacc.fullName)'), digest('join( "\\u0020", tacc.fullName )'));
  assert.notEqual(digest('join(" ",tacc.fullName)'), digest('join("  ",tacc.fullName)'));
  assert.notEqual(digest("lower(tacc.fullName)"), digest("upper(tacc.fullName)"));
});
