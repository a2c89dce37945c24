import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Account } from "../../../src/identity/account.ts";
import { makePlan } from "../../../src/identity/make-plan.ts";
import type { KnownLink, World } from "../../../src/identity/world.ts";
import { agaveAccount, astakosAccount, odmAccount, policy } from "../../property/identity/worlds.ts";

interface Parts {
  readonly odm?: readonly Account[];
  readonly hidden?: readonly Account[];
  readonly okeanos?: readonly Account[];
  readonly tacc?: readonly Account[];
  readonly links?: readonly (readonly [string, string, string])[];
  readonly incomplete?: readonly string[];
}

function world({
  odm = [],
  hidden = [],
  okeanos = [],
  tacc = [],
  links = [],
  incomplete = [],
}: Parts): World {
  const reading = (connection: string, accounts: readonly Account[]) => ({
    connection,
    accounts,
    complete: !incomplete.includes(connection),
    notes: [],
  });
  return {
    target: { ...reading("odm", odm), url: "https://odm.example" },
    sources: [reading("okeanos", okeanos), reading("tacc", tacc)],
    hidden,
    links: links.map(
      ([targetId, connection, id]): KnownLink => ({ targetId, connection, id, evidence: "linked in run 1" }),
    ),
    missing: [],
    agreed: [],
    now: "2026-01-01T00:00:00.000Z",
  };
}

const ana = odmAccount({
  id: "1",
  userName: "ana",
  displayName: "Ana Silva",
  externalId: "u-1",
  email: "ana@example.org",
});
const anaAtAstakos = astakosAccount("u-1", "ana@example.org");
const anaAtAgave = agaveAccount("ana", "ana@example.org", "Ana Silva");

/** Each row: what there is, and the judgements as `situation action: target ids / source ids`. */
const rows: readonly (readonly [string, Parts, readonly string[]])[] = [
  [
    "all three agree",
    { odm: [ana], okeanos: [anaAtAstakos], tacc: [anaAtAgave] },
    ["found none: 1 / u-1 ana"],
  ],
  [
    "a link of an earlier run outweighs every rule",
    { odm: [ana], okeanos: [astakosAccount("u-9", "other@example.org")], links: [["1", "okeanos", "u-9"]] },
    ["confirmed update: 1 / u-9"],
  ],
  [
    "e-mails agree whatever their case and Unicode form",
    {
      odm: [odmAccount({ id: "1", userName: "z", displayName: "Zoë", email: "Zoe\u0308@Example.org" })],
      okeanos: [astakosAccount("u-1", "zoë@example.org")],
    },
    ["found update: 1 / u-1"],
  ],
  [
    "accents are not case: jose is not josé",
    {
      odm: [odmAccount({ id: "1", userName: "z", displayName: "José", email: "josé@example.org" })],
      okeanos: [astakosAccount("u-1", "jose@example.org")],
    },
    ["absent create:  / u-1", "unassigned report: 1 / "],
  ],
  [
    "external ids are compared to the letter",
    {
      odm: [
        odmAccount({ id: "1", userName: "z", displayName: "Z", externalId: "U-1", email: "z@example.org" }),
      ],
      okeanos: [astakosAccount("u-1", "y@example.org")],
    },
    ["absent create:  / u-1", "unassigned report: 1 / "],
  ],
  [
    "two users with one e-mail are a dispute, not a guess",
    {
      odm: [ana, { ...ana, id: "2" }].map((account) => ({
        ...account,
        attributes: { ...account.attributes, externalId: null },
      })),
      okeanos: [anaAtAstakos],
    },
    ["ambiguous report: 1 2 / u-1"],
  ],
  [
    "two profiles with one e-mail hold their person back",
    {
      odm: [ana],
      okeanos: [anaAtAstakos],
      tacc: [agaveAccount("a1", "ana@example.org", "A"), agaveAccount("a2", "ANA@example.org", "B")],
    },
    ["ambiguous report: 1 / u-1 a1 a2"],
  ],
  [
    "an account whose only candidate is taken is reported, and its rival keeps its place",
    {
      odm: [ana],
      okeanos: [astakosAccount("u-1", "new@example.org"), astakosAccount("u-2", "ana@example.org")],
    },
    ["found none: 1 / u-1", "alreadyLinked report:  / u-2"],
  ],
  [
    "an account that only another source's account points to joins that person and makes no second one",
    {
      odm: [ana],
      okeanos: [astakosAccount("u-1", "new@example.org")],
      tacc: [agaveAccount("n", "new@example.org", "Ana Silva")],
    },
    ["found update: 1 / u-1 n"],
  ],
  [
    "two accounts of one source with one e-mail that the target lacks are a dispute, and nobody is created",
    { okeanos: [astakosAccount("u-1", "x@example.org"), astakosAccount("u-2", "X@example.org")] },
    ["ambiguous report:  / u-1 u-2"],
  ],
  [
    "a hidden account is woken, not created again",
    { hidden: [{ ...ana, active: false }], okeanos: [anaAtAstakos] },
    ["dormant reactivate: 1 / u-1"],
  ],
  [
    "an active account comes before a hidden one with the same e-mail",
    {
      odm: [odmAccount({ id: "2", userName: "ana2", displayName: "Ana", email: "ana@example.org" })],
      hidden: [
        {
          ...odmAccount({ id: "1", userName: "ana", displayName: "Ana", email: "ana@example.org" }),
          active: false,
        },
      ],
      okeanos: [anaAtAstakos],
    },
    ["found update: 2 / u-1"],
  ],
  [
    "a hidden account that nobody knows alive is nobody's concern",
    { hidden: [{ ...ana, active: false }] },
    [],
  ],
  [
    "a person who was linked and is gone from every source",
    {
      odm: [ana],
      links: [
        ["1", "okeanos", "u-1"],
        ["1", "tacc", "ana"],
      ],
    },
    ["sourceMissing deactivate: 1 / "],
  ],
  [
    "a person who is left in one source stays",
    {
      odm: [ana],
      tacc: [anaAtAgave],
      links: [
        ["1", "okeanos", "u-1"],
        ["1", "tacc", "ana"],
      ],
    },
    ["confirmed none: 1 / ana"],
  ],
  [
    "a source account that is inactive does not keep anyone",
    { odm: [ana], tacc: [{ ...anaAtAgave, active: false }], links: [["1", "tacc", "ana"]] },
    ["sourceMissing deactivate: 1 / ana"],
  ],
  ["an account that was never linked is not deactivated", { odm: [ana] }, ["unassigned report: 1 / "]],
  [
    "a source that was not read to its end leaves the question open",
    { odm: [ana], links: [["1", "okeanos", "u-1"]], incomplete: ["okeanos"] },
    ["incomplete report: 1 / "],
  ],
  [
    "nobody is created while the target was not read to its end",
    { okeanos: [anaAtAstakos], incomplete: ["odm"] },
    ["incomplete report:  / u-1"],
  ],
  [
    "a protected account is left alone even when its source is gone",
    {
      odm: [odmAccount({ id: "1", userName: "SVC-robot", displayName: "R", email: "r@example.org" })],
      links: [["1", "okeanos", "u-1"]],
    },
    ["protected ignore: 1 / "],
  ],
  [
    "nobody outside the scope is created",
    { okeanos: [astakosAccount("u-1", "x@partner.example")] },
    ["outOfScope ignore:  / u-1"],
  ],
];

describe("who belongs together, and what is done", () => {
  for (const [name, parts, expected] of rows) {
    test(name, () => {
      const { judgements } = makePlan(world(parts), policy);
      const found = judgements.map(({ situation, action, targets, sources }) => {
        const ids = (accounts: readonly Account[]) => accounts.map(({ id }) => id).join(" ");
        return `${situation} ${action}: ${ids(targets)} / ${ids(sources)}`;
      });
      assert.deepEqual(found.toSorted(), expected.toSorted());
    });
  }
});

test("a user name that differs in case only is left as it is; a display name is set to the letter", () => {
  const { plan } = makePlan(
    world({
      odm: [
        odmAccount({
          id: "1",
          userName: "ANA",
          displayName: "ana silva",
          externalId: "u-1",
          email: "ana@example.org",
        }),
      ],
      okeanos: [anaAtAstakos],
      tacc: [anaAtAgave],
    }),
    policy,
  );
  assert.deepEqual(
    plan.changes.map(({ set }) => set),
    [{ displayName: { from: "ana silva", to: "Ana Silva" } }],
  );
});

test("a source that was not read to its end sets no attribute, and none that would fall back to another rule", () => {
  const { plan } = makePlan(
    world({
      odm: [{ ...ana, displayName: "Old" }],
      okeanos: [anaAtAstakos],
      incomplete: ["tacc"],
      links: [["1", "okeanos", "u-1"]],
    }),
    {
      ...policy,
      set: [
        {
          attribute: "displayName",
          from: [
            { connection: "tacc", path: "fullName" },
            { connection: "okeanos", path: "displayname" },
          ],
          on: "always",
        },
      ],
    },
  );
  assert.deepEqual(plan.changes, []);
});

test("a new account is complete: e-mail, names, external id", () => {
  const { plan } = makePlan(world({ okeanos: [astakosAccount("u-7", "new@example.org")] }), policy);
  const set = Object.fromEntries(
    Object.entries(plan.changes[0]?.set ?? {}).map(([name, { to }]) => [name, to]),
  );
  assert.deepEqual(set, {
    externalId: "u-7",
    displayName: "new@example.org",
    userName: "new@example.org",
    emails: [{ value: "new@example.org", type: "work", primary: true }],
    active: true,
  });
});

test("a percentage is of the target's accounts, rounded up; a plan over a limit is blocked and keeps all its changes", () => {
  const okeanos = ["a", "b", "c"].map((name, index) => astakosAccount(`v-${index}`, `${name}@example.org`));
  const withLimit = (create: { readonly percent: number } | { readonly count: number }) =>
    makePlan(world({ odm: [ana], okeanos, tacc: [] }), { ...policy, limits: { create } }).plan;
  assert.equal(withLimit({ percent: 201 }).blocked.length, 0);
  const blocked = withLimit({ percent: 200 });
  assert.deepEqual(
    blocked.blocked.map(({ action, planned, allowed }) => [action, planned, allowed]),
    [["create", 3, 2]],
  );
  assert.equal(blocked.changes.length, 3);
  assert.equal(withLimit({ count: 3 }).blocked.length, 0);
});

test("every judgement explains itself from what was read to what is done", () => {
  const { judgements } = makePlan(world({ odm: [ana], okeanos: [anaAtAstakos] }), policy);
  const steps = judgements[0]?.steps ?? [];
  assert.deepEqual(
    [...new Set(steps.map(({ step }) => step))],
    ["read", "scope", "match", "situation", "action"],
  );
  assert.match(steps.find(({ step }) => step === "match")?.text ?? "", /externalId equals okeanos\.uuid/);
});
